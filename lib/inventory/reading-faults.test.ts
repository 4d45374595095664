import { expect, test, vi } from "vitest";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import { simulatedGraph } from "@/lib/graph/testing/simulated-graph";
import type { Fault } from "@/simulator/faults/conditions";
import { EVERYTHING } from "./everything";
import { GuestInventory } from "./guest-inventory";
import { graphReader } from "./guest-reader";

// More than one page of guests, so that there is a link to follow.
const GUESTS = 1_020;
vi.setConfig({ testTimeout: 30_000 });

/** A list that is read from a simulated tenant under faults. */
async function readIn(faults: readonly Fault[], guests = GUESTS) {
  const simulated = simulatedGraph({ guests });
  simulated.strikes(...faults);
  const inventory = new GuestInventory({
    reader: graphReader(simulated.graph),
    onReport: () => undefined,
    now: () => simulated.clock.now(),
  });
  await inventory.start(DEFAULT_POLICY, "an account");
  await inventory.finished;
  return { inventory, ...simulated };
}

type Reading = Awaited<ReturnType<typeof readIn>>;

const standings = async ({ inventory }: Reading) =>
  (await inventory.query(EVERYTHING)).facets.standings;

/** Everybody is listed once, and the list may be acted on in bulk. */
async function expectWholeList({ inventory, tenant }: Reading): Promise<void> {
  expect(inventory.progress).toMatchObject({
    phase: "complete",
    complete: true,
    failure: null,
    signIns: "read",
  });
  const listed = [...tenant.directory.users.values()].filter(
    ({ userType, creationType }) => userType === "Guest" || creationType === "Invitation",
  );
  // As the export asks for them: all rows at once.
  const rows = await inventory.window(EVERYTHING, 0, listed.length + 1);
  expect(rows.map(({ guest }) => guest.id).sort()).toEqual(listed.map(({ id }) => id).sort());
}

let calm: Promise<number> | undefined;

/** How many requests the same list takes in calm. */
function calmRequests(): Promise<number> {
  return (calm ??= readIn([]).then(({ sent }) => sent.length));
}

test.each<readonly [string, Fault, atLeast: number]>([
  [
    "Throttling",
    { kind: "throttled", method: "GET", pathPrefix: "/users", times: 3, retryAfterSeconds: 7 },
    3,
  ],
  [
    "Many 503s",
    { kind: "unavailable", pathPrefix: "/users", chance: 0.6, retryAfterSeconds: 1 },
    3,
  ],
  [
    "Answers that are cut off in the middle",
    { kind: "truncated", method: "GET", pathPrefix: "/users", times: 2 },
    2,
  ],
  [
    "A page link that expired",
    { kind: "expired-page-token", pathPrefix: "/users", queryContains: "skiptoken", times: 1 },
    1,
  ],
  [
    "A claims challenge in the middle of the list",
    { kind: "insufficient-claims", pathPrefix: "/users", after: 2, times: 1 },
    1,
  ],
])("%s leaves a list without gaps or duplicates", async (_trouble, fault, atLeast) => {
  const struck = await readIn([fault]);
  const calm = await calmRequests();
  expect(struck.sent.length - calm, "the fault struck").toBeGreaterThanOrEqual(atLeast);
  await expectWholeList(struck);
});

test("Page links that keep expiring leave the list incomplete, until it is read again in calm", async () => {
  const reading = await readIn([{ kind: "expired-page-token", pathPrefix: "/users" }]);
  const { inventory, tenant } = reading;
  expect(inventory.progress).toMatchObject({ phase: "failed", complete: false });
  tenant.conditions.faults = [];
  await inventory.resume();
  await inventory.finished;
  await expectWholeList(reading);
});

const withoutLicence = (times: number): Fault => ({
  kind: "missing-licence",
  method: "GET",
  pathPrefix: "/users",
  queryContains: "signInActivity",
  times,
});

test("A licence that is missing twice and then there is there", async () => {
  const reading = await readIn([withoutLicence(2)], 60);
  await expectWholeList(reading);
  expect(await standings(reading)).toMatchObject({ unknown: 0 });
});

test.each<readonly [string, Fault, string]>([
  ["A licence that is missing three times", withoutLicence(3), "licence-missing"],
  [
    "A directory role that is missing",
    { kind: "forbidden", pathPrefix: "/users", queryContains: "signInActivity" },
    "forbidden",
  ],
])("%s makes nobody stale, until the list is read again with it", async (_what, fault, because) => {
  const reading = await readIn([fault], 60);
  const { inventory, tenant } = reading;
  expect(inventory.progress).toMatchObject({
    complete: true,
    signIns: "unreadable",
    signInsUnreadableBecause: because,
  });
  const before = await standings(reading);
  expect(before).toMatchObject({ stale: 0, active: 0, "never-signed-in": 0 });
  expect(before.unknown).toBeGreaterThan(0);
  // What needs no sign-ins is still said.
  expect(before.pending).toBeGreaterThan(0);
  expect(before.blocked).toBeGreaterThan(0);
  tenant.conditions.faults = [];
  await inventory.start(DEFAULT_POLICY, "an account");
  await inventory.finished;
  await expectWholeList(reading);
  const after = await standings(reading);
  expect(after).toMatchObject({ unknown: 0 });
  expect(after.stale).toBeGreaterThan(0);
});
