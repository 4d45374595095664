import { expect, test } from "vitest";
import type { EntriesRequest } from "@/lib/contract/entries";
import type { Outcome } from "@/lib/domain/outcome";
import { flushOutbox } from "./flush-outbox";
import { OutcomeWriter, plannedEntry } from "./run-recorder";
import { nth } from "./testing/nth";
import { RunnerFixture } from "./testing/runner-fixture";

test("what another tab of the same person sends late does not replace what was read back since", async () => {
  const fixture = new RunnerFixture();
  const { ledger, services, clock } = fixture;
  const { operation } = nth(fixture.plan("block", fixture.guests(1)).operations, 0);
  await services.append({ entries: [plannedEntry(operation, 1)], cards: [] });
  const nothing = () => undefined;
  const writer = new OutcomeWriter(services, ledger.nextFence(operation.planId), {
    ...{ broken: nothing, unsaved: nothing },
  });
  const about = { guestId: operation.guestId, subject: null };
  const outcome = (result: Outcome["result"], evidence: Outcome["evidence"]): Outcome => ({
    ...{ result, evidence, detail: null, requestId: null },
  });
  writer.write(operation.id, about, outcome("done", "reported"));
  const append = async (request: EntriesRequest) => {
    await clock.sleep(1_000);
    return await services.append(request);
  };
  const other = flushOutbox({ ...services, append });
  // The other tab has read by now what this browser keeps.
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  writer.write(operation.id, about, outcome("unknown", "observed"));
  await clock.drive(Promise.all([writer.close(), other]));
  expect(ledger.outcomesOf(operation.id)).toEqual([outcome("unknown", "observed")]);
});
