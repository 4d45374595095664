import { expect, test } from "vitest";
import { ApiError } from "@/lib/contract/api-error";
import type { EntriesRequest } from "@/lib/contract/entries";
import { flushOutbox } from "./flush-outbox";
import { nth } from "./testing/nth";
import { type RecordedOperation, recordedOperations } from "./testing/recorded-operations";
import { RunnerFixture } from "./testing/runner-fixture";

const SOMEBODY = "00000000-0000-4000-9000-0000000000aa";

const OUTCOME = { result: "done", evidence: "observed", detail: null, requestId: null } as const;

/** An outcome that an earlier page could not record. */
function keepOutcome(
  fixture: RunnerFixture,
  { id: operationId, guestId }: RecordedOperation,
): void {
  const entry = { kind: "carried-out", operationId, guestId, outcome: OUTCOME } as const;
  fixture.services.outbox.keep({ id: fixture.mintId(), ...entry });
}

test("outcomes that an earlier page could not save are saved by the next one", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(await recordedOperations(fixture, "block", fixture.guests(1)), 0);
  keepOutcome(fixture, operation);
  await flushOutbox(fixture.services);
  expect(fixture.ledger.outcomeOf(operation.id)).toEqual(OUTCOME);
  expect(fixture.outboxEntries.size).toBe(0);
});

test("one outcome that the ledger refuses leaves the others recorded, and blocks no later visit", async () => {
  const fixture = new RunnerFixture();
  const operations = await recordedOperations(fixture, "block", fixture.guests(5));
  const bad = { id: fixture.mintId(), kind: "carried-out", operationId: SOMEBODY } as const;
  fixture.services.outbox.keep({ ...bad, guestId: null, outcome: OUTCOME });
  for (const operation of operations) keepOutcome(fixture, operation);
  await flushOutbox(fixture.services);
  expect(operations.map(({ id }) => fixture.ledger.outcomeOf(id)?.result)).toEqual(
    operations.map(() => "done"),
  );
  expect(fixture.outboxEntries.size).toBe(0);
});

test("while the ledger cannot be reached, nothing is resolved over outcomes that the tab keeps", async () => {
  const fixture = new RunnerFixture();
  const operation = nth(await recordedOperations(fixture, "block", fixture.guests(1)), 0);
  keepOutcome(fixture, operation);
  fixture.ledger.fateOf = () => "down";
  await expect(flushOutbox(fixture.services)).rejects.toMatchObject({ kind: "unavailable" });
  expect(fixture.outboxEntries.size).toBe(1);
});

test("what the person may not record any more stays, and keeps the others neither away nor back", async () => {
  const fixture = new RunnerFixture();
  const [mine, theirs] = await recordedOperations(fixture, "block", fixture.guests(2));
  for (const operation of [mine, theirs].flatMap((each) => each ?? [])) {
    keepOutcome(fixture, operation);
  }
  const services = {
    ...fixture.services,
    append: (request: Parameters<typeof fixture.services.append>[0]) => {
      const isForbidden = request.entries.some(
        (entry) => entry.kind === "carried-out" && entry.operationId === theirs?.id,
      );
      if (isForbidden) return Promise.reject(new ApiError("forbidden", "The role is missing."));
      return fixture.services.append(request);
    },
  };
  await flushOutbox(services);
  expect(fixture.ledger.outcomeOf(mine?.id ?? "")?.result).toBe("done");
  expect(fixture.ledger.outcomeOf(theirs?.id ?? "")).toBeNull();
  expect(fixture.outboxEntries.size).toBe(1);
});

test("where the history does not answer after it has forbidden one, what waits is not called sent", async () => {
  const fixture = new RunnerFixture();
  const all = await recordedOperations(fixture, "block", fixture.guests(2));
  for (const operation of all) keepOutcome(fixture, operation);
  const first = nth(all, 0).id;
  const append = ({ entries }: EntriesRequest) => {
    const isFirst = entries.some(
      (each) => each.kind === "carried-out" && each.operationId === first,
    );
    return Promise.reject(new ApiError(isFirst ? "forbidden" : "no-answer", "as the test wished"));
  };
  await expect(flushOutbox({ ...fixture.services, append })).rejects.toMatchObject({
    kind: "no-answer",
  });
  expect(fixture.outboxEntries.size).toBe(2);
});
