import { expect, test } from "vitest";
import { ApiError } from "@/lib/contract/api-error";
import { flushOutbox } from "./flush-outbox";
import { nth } from "./testing/nth";
import { recordedDecisions } from "./testing/recorded-decisions";
import { SmallWorld } from "./testing/small-world";

const SOMEBODY = "00000000-0000-4000-9000-0000000000aa";

test("outcomes that an earlier page could not save are saved by the next one", async () => {
  const world = new SmallWorld();
  const decision = nth(await recordedDecisions(world, "block", world.guests(1)), 0);
  const outcome = { result: "done", evidence: "observed", detail: null, requestId: null } as const;
  const { id: decisionId, guestId } = decision;
  world.services.outbox.keep({
    id: world.mintId(),
    kind: "carried-out",
    decisionId,
    guestId,
    outcome,
  });
  await flushOutbox(world.services);
  expect(world.ledger.outcomeOf(decisionId)).toEqual(outcome);
  expect(world.spooled.size).toBe(0);
});

test("one outcome that the ledger refuses leaves the others recorded, and blocks no later visit", async () => {
  const world = new SmallWorld();
  const decisions = await recordedDecisions(world, "block", world.guests(5));
  const outcome = { result: "done", evidence: "observed", detail: null, requestId: null } as const;
  const bad = { id: world.mintId(), kind: "carried-out", decisionId: SOMEBODY } as const;
  world.services.outbox.keep({ ...bad, guestId: null, outcome });
  for (const { id: decisionId, guestId } of decisions) {
    const id = world.mintId();
    world.services.outbox.keep({ id, kind: "carried-out", decisionId, guestId, outcome });
  }
  await flushOutbox(world.services);
  expect(decisions.map(({ id }) => world.ledger.outcomeOf(id)?.result)).toEqual(
    decisions.map(() => "done"),
  );
  expect(world.spooled.size).toBe(0);
});

test("while the ledger cannot be reached, nothing is resolved over outcomes that the tab keeps", async () => {
  const world = new SmallWorld();
  const decision = nth(await recordedDecisions(world, "block", world.guests(1)), 0);
  const outcome = { result: "done", evidence: "observed", detail: null, requestId: null } as const;
  const { id: decisionId, guestId } = decision;
  world.services.outbox.keep({
    id: world.mintId(),
    kind: "carried-out",
    decisionId,
    guestId,
    outcome,
  });
  world.ledger.fateOf = () => "down";
  await expect(flushOutbox(world.services)).rejects.toMatchObject({ kind: "unavailable" });
  expect(world.spooled.size).toBe(1);
});

test("what the person may not record any more stays, and keeps the others neither away nor back", async () => {
  const world = new SmallWorld();
  const [mine, theirs] = await recordedDecisions(world, "block", world.guests(2));
  const outcome = { result: "done", evidence: "observed", detail: null, requestId: null } as const;
  for (const { id: decisionId, guestId } of [mine, theirs].flatMap((each) => each ?? [])) {
    const id = world.mintId();
    world.services.outbox.keep({ id, kind: "carried-out", decisionId, guestId, outcome });
  }
  const services = {
    ...world.services,
    append: (request: Parameters<typeof world.services.append>[0]) => {
      const isForbidden = request.entries.some(
        (entry) => entry.kind === "carried-out" && entry.decisionId === theirs?.id,
      );
      if (isForbidden) return Promise.reject(new ApiError("forbidden", "The role is missing."));
      return world.services.append(request);
    },
  };
  await flushOutbox(services);
  expect(world.ledger.outcomeOf(mine?.id ?? "")?.result).toBe("done");
  expect(world.ledger.outcomeOf(theirs?.id ?? "")).toBeNull();
  expect(world.spooled.size).toBe(1);
});
