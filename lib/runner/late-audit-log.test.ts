import { expect, test } from "vitest";
import type { PlannedOperation } from "@/lib/domain/plan";
import { resolveUnknown } from "./resolve-unknown";
import { nth } from "./testing/nth";
import { run } from "./testing/run";
import type { Fate } from "./testing/fake-directory";
import { ME, RunnerFixture } from "./testing/runner-fixture";

const MINUTE = 60_000;
const NOT_NOW: Fate = { kind: "throttled", applied: false, retryAfterSeconds: 300 };

async function resolve(fixture: RunnerFixture, { operation }: PlannedOperation) {
  const { ledger, clock } = fixture;
  const { id } = operation;
  const unresolved = {
    ...{ operation, actorId: ME, recordedAt: fixture.recordedAt.get(id) ?? 0 },
    ...{ outcome: ledger.outcomeOf(id), steps: ledger.stepsOf(id) },
  };
  const [resolved] = await clock.drive(resolveUnknown([unresolved], fixture.services));
  return resolved?.outcome ?? null;
}

test.each([
  ["whose answer was lost", "no-answer", "unknown"],
  ["whose tab was closed then", "well", undefined],
] as const)(
  "a block %s a quarter of an hour after it was recorded is not “never sent” while the audit log may be late",
  async (_, kind, known) => {
    const fixture = new RunnerFixture();
    const { directory, ledger, clock } = fixture;
    const guests = fixture.guests(1);
    let tries = 0;
    const last: Fate = kind === "well" ? "well" : { kind, applied: true };
    directory.fateOf = () => ((tries += 1) <= 3 ? NOT_NOW : last);
    directory.auditsLate = 5 * MINUTE;
    const { onEffect } = directory;
    directory.onEffect = (effect) => {
      onEffect(effect);
      // Somebody in the portal takes it back at once.
      nth(guests, 0).enabled = true;
    };
    ledger.fateOf = ({ entries }) =>
      kind === "well" && entries.some((entry) => entry.kind === "carried-out") ? "down" : "well";
    const { plan } = await run(fixture, "block", guests);
    ledger.fateOf = () => "well";
    const planned = nth(plan.operations, 0);
    const { id } = planned.operation;
    expect(ledger.outcomeOf(id)?.result).toBe(known);
    expect(await resolve(fixture, planned), "nothing is said yet").toBeNull();
    await clock.drive(clock.sleep(16 * MINUTE));
    expect(await resolve(fixture, planned)).toMatchObject({ result: "done", evidence: "audited" });
  },
);
