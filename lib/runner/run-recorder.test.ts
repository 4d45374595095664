import { expect, test } from "vitest";
import type { Evidence, Outcome } from "@/lib/domain/outcome";
import { OutcomeWriter } from "./run-recorder";
import { nth } from "./testing/nth";
import { recordedOperations } from "./testing/recorded-operations";
import { RunnerFixture } from "./testing/runner-fixture";

const done = (evidence: Evidence): Outcome => ({
  ...{ result: "done", evidence, detail: null, requestId: null },
});

/** A writer of outcomes of one block. */
async function writerOfBlock() {
  const fixture = new RunnerFixture();
  const { id, guestId, operation } = nth(
    await recordedOperations(fixture, "block", fixture.guests(1)),
    0,
  );
  const nothing = () => undefined;
  const fence = fixture.ledger.nextFence(operation.planId);
  const writer = new OutcomeWriter(fixture.services, fence, { broken: nothing, unsaved: nothing });
  const write = (evidence: Evidence) => {
    writer.write(id, { guestId, subject: null }, done(evidence));
  };
  return { fixture, id, writer, write };
}

const outboxOf = ({ outboxEntries }: RunnerFixture) =>
  [...outboxEntries.values()].map((entry) =>
    entry.kind === "carried-out" ? entry.outcome.evidence : entry.kind,
  );

test("What has not left yet is forgotten once more is known", async () => {
  const { fixture, id, writer, write } = await writerOfBlock();
  write("reported");
  write("observed");
  expect(outboxOf(fixture)).toEqual(["observed"]);
  await fixture.clock.drive(writer.close());
  expect(fixture.ledger.outcomesOf(id)).toEqual([done("observed")]);
});

test("What is on its way may have arrived: it is kept until the ledger has answered, whatever is known by then", async () => {
  const { fixture, id, writer, write } = await writerOfBlock();
  let tries = 0;
  fixture.ledger.fateOf = () => {
    tries += 1;
    if (tries === 1) write("observed");
    return tries <= 4 ? "down" : "well";
  };
  write("reported");
  await fixture.clock.drive(writer.flush());
  expect(outboxOf(fixture)).toEqual(["reported", "observed"]);
  await fixture.clock.drive(writer.close());
  expect(fixture.ledger.outcomesOf(id)).toEqual([done("reported"), done("observed")]);
  expect(outboxOf(fixture)).toEqual([]);
});
