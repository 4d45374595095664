import { expect, test } from "vitest";
import { ApiError } from "@/lib/contract/api-error";
import { flushOutbox } from "./flush-outbox";
import { nth } from "./testing/nth";
import { type RecordedOperation, recordedOperations } from "./testing/recorded-operations";
import { SmallWorld } from "./testing/small-world";

const SOMEBODY = "00000000-0000-4000-9000-0000000000aa";

const OUTCOME = { result: "done", evidence: "observed", detail: null, requestId: null } as const;

/** An outcome that an earlier page could not record. */
function keepOutcome(world: SmallWorld, { id: operationId, guestId }: RecordedOperation): void {
  const entry = { kind: "carried-out", operationId, guestId, outcome: OUTCOME } as const;
  world.services.outbox.keep({ id: world.mintId(), ...entry });
}

test("outcomes that an earlier page could not save are saved by the next one", async () => {
  const world = new SmallWorld();
  const operation = nth(await recordedOperations(world, "block", world.guests(1)), 0);
  keepOutcome(world, operation);
  await flushOutbox(world.services);
  expect(world.ledger.outcomeOf(operation.id)).toEqual(OUTCOME);
  expect(world.spooled.size).toBe(0);
});

test("one outcome that the ledger refuses leaves the others recorded, and blocks no later visit", async () => {
  const world = new SmallWorld();
  const operations = await recordedOperations(world, "block", world.guests(5));
  const bad = { id: world.mintId(), kind: "carried-out", operationId: SOMEBODY } as const;
  world.services.outbox.keep({ ...bad, guestId: null, outcome: OUTCOME });
  for (const operation of operations) keepOutcome(world, operation);
  await flushOutbox(world.services);
  expect(operations.map(({ id }) => world.ledger.outcomeOf(id)?.result)).toEqual(
    operations.map(() => "done"),
  );
  expect(world.spooled.size).toBe(0);
});

test("while the ledger cannot be reached, nothing is resolved over outcomes that the tab keeps", async () => {
  const world = new SmallWorld();
  const operation = nth(await recordedOperations(world, "block", world.guests(1)), 0);
  keepOutcome(world, operation);
  world.ledger.fateOf = () => "down";
  await expect(flushOutbox(world.services)).rejects.toMatchObject({ kind: "unavailable" });
  expect(world.spooled.size).toBe(1);
});

test("what the person may not record any more stays, and keeps the others neither away nor back", async () => {
  const world = new SmallWorld();
  const [mine, theirs] = await recordedOperations(world, "block", world.guests(2));
  for (const operation of [mine, theirs].flatMap((each) => each ?? [])) {
    keepOutcome(world, operation);
  }
  const services = {
    ...world.services,
    append: (request: Parameters<typeof world.services.append>[0]) => {
      const isForbidden = request.entries.some(
        (entry) => entry.kind === "carried-out" && entry.operationId === theirs?.id,
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
