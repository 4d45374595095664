import { describe, expect, test } from "vitest";
import { explore, replay } from "./testing/schedule/explore";
import {
  copiesReview,
  deletesGroup,
  deletesReview,
  turnsAccount,
  turnsMembership,
} from "./testing/schedule/meddling";
import {
  plannedForGuests,
  plannedMembership,
  plannedReview,
} from "./testing/schedule/planned-operations";
import { type Setting, type Shared, sharedBySettings } from "./testing/schedule/setting";
import { runsOf } from "./testing/schedule/small-run";

/**
 * The real runner, resolver, outbox, leases and the ledger's own rules; the network, the clock, the directory and the
 * table of leases are small ones. Two executors of one plan of two operations; each call that one of them makes
 * (lease, append, reading, sending) arrives when the schedule says so. The operations are about guests, the membership of
 * a group, or a new access review, which lists show late and which is found again by its mark. Explored is every order of
 *
 * - the calls of both, and the moment at which the second one begins;
 * - at most one fault, at every step: a crash (with or without what was on its way arriving), a call lost, a call done
 *   and not answered, “not now” (done or not), a failed reading, a call slower than two timers, everybody asleep for
 *   twenty minutes, so that every lease lapses;
 * - at most one change by somebody in the portal, on the object of the first operation, at every step (`meddling.ts`);
 * - at the end, whether outboxes are sent before or after a colleague reads what is not known.
 *
 * The bounds: two executors, operations of one kind, two of them where nobody is in the portal (blocks) and one where somebody is
 * (the other one is nobody's business there); one fault and one change in the portal, neither of them later than ten seconds
 * after the beginning or the sleep; timers of one executor that are due together ring together. Two schedules count as
 * one where every executor was answered the same about each operation, waits for the same, and the server and the
 * directory are the same; and where nothing that can still happen depends on when a call arrives, one order is explored
 * (`free-calls.ts`). What must hold is in `invariants.ts`.
 *
 * What a choice does is driven once, and remembered by all that decides it (`effects.ts`): what is known to happen is not
 * driven again, in no setting of the same plan.
 *
 * By hand: INTERLEAVING_ALL=1 explores two operations beside the portal too, in two minutes; INTERLEAVING_REDUCED=0
 * leaves no order out, in several; INTERLEAVING_DRIVEN=1 drives also what is known, and fails where it is not as it was
 * remembered. A failing schedule is printed; INTERLEAVING='["A leases acquires", …]' with `-t` and
 * the title of its test replays it.
 */
const SCHEDULE = process.env.INTERLEAVING;

const BESIDE_PORTAL = process.env.INTERLEAVING_ALL === "1" ? 2 : 1;

const DRIVES_ALL = process.env.INTERLEAVING_DRIVEN === "1";
/** By hand it takes minutes. */
const TIMEOUT_MILLISECONDS = 30 * 60_000;

const found = new Set<string>();

const guest = sharedBySettings(plannedForGuests("block", BESIDE_PORTAL));
const guests = BESIDE_PORTAL === 2 ? guest : sharedBySettings(plannedForGuests("block", 2));
const mail = sharedBySettings(plannedForGuests("resend", 1));
const membership = sharedBySettings(plannedMembership());
const review = sharedBySettings(plannedReview());

const setting = (
  shared: Shared,
  second: Setting["second"],
  meddlings: Setting["meddlings"],
): Setting => ({
  ...{ ...shared, second, meddlings },
  isReduced: process.env.INTERLEAVING_REDUCED !== "0",
  onEnd: (results) => {
    for (const result of results) found.add(result);
  },
});

describe("Whatever happens in whatever order, the record says what happened", () => {
  // The quickest first: what is wrong is mostly met there.
  test.each([
    ["mails and a resolver", setting(mail, "resolves", [])],
    ["a run, a resolver and the portal", setting(guest, "resolves", [turnsAccount])],
    ["a run, a second one and the portal", setting(guest, "runs", [turnsAccount])],
    ["a membership, a resolver and the portal", setting(membership, "resolves", [turnsMembership])],
    ["a membership, a second run and the portal", setting(membership, "runs", [deletesGroup])],
    ["a new review, a resolver and the portal", setting(review, "resolves", [deletesReview])],
    ["a new review, a second run and the portal", setting(review, "runs", [copiesReview])],
    ["a run and a resolver", setting(guests, "resolves", [])],
    ["a run and a second one", setting(guests, "runs", [])],
  ])(
    "%s",
    async (title, input) => {
      if (SCHEDULE !== undefined) {
        await replay(runsOf(input), JSON.parse(SCHEDULE) as string[]);
        return;
      }
      const { schedules, situations, choices, ends } = await explore(runsOf(input), input.effects, {
        drivesAll: DRIVES_ALL,
      });
      console.info(
        `${title}: ${schedules} schedules, ${choices} choices, ${situations} situations, ${ends} ends`,
      );
      expect(ends).toBeGreaterThan(30);
    },
    TIMEOUT_MILLISECONDS,
  );
});

test("Every outcome occurs", () => {
  if (SCHEDULE !== undefined) return;
  expect([...found].toSorted()).toEqual(["already-so", "done", "failed", "unknown"]);
});

test("A schedule is replayed from its choices", async () => {
  const runs = runsOf(setting(guests, "resolves", [turnsAccount]));
  const schedule = [
    "A leases acquires",
    "A appends planned 1, planned 2",
    "A reads /users/2 with roles",
    "A reads /users/1 with roles",
    "A sends /users/2",
    "A reads /users/2",
    "A crashes, and yet: A sends /users/1",
    "the lease of the crashed one lapses",
    "B begins",
  ];
  const run = await replay(runs, schedule);
  const outcomes = run.setting.plan.operations.map(({ id }) => run.server.outcomesOf(id));
  expect(
    outcomes.map((each) => each.map(({ result, evidence }) => `${result} ${evidence}`)),
  ).toEqual([["done audited"], ["done audited"]]);
  const unlike = replay(runs, ["A appends planned 1, planned 2"]);
  await expect(unlike).rejects.toThrow("is no choice now");
});
