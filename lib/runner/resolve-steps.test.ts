import { expect, test } from "vitest";
import type { Plan } from "@/lib/domain/plan";
import { resolveUnknown } from "./resolve-unknown";
import { nth } from "./testing/nth";
import { QUARTER_OF_AN_HOUR_MILLISECONDS } from "./testing/resolve-later";
import { run } from "./testing/run";
import { ME, RunnerFixture } from "./testing/runner-fixture";

const REVOKE = "/revokeSignInSessions";

async function resolve(fixture: RunnerFixture, plan: Plan) {
  const { ledger, clock, services } = fixture;
  const { operation } = nth(plan.operations, 0);
  await clock.drive(clock.sleep(2 * QUARTER_OF_AN_HOUR_MILLISECONDS));
  const unresolved = {
    ...{ operation, actorId: ME, recordedAt: fixture.recordedAt.get(operation.id) ?? 0 },
    ...{ outcome: ledger.outcomeOf(operation.id), steps: ledger.stepsOf(operation.id) },
  };
  const [resolved] = await clock.drive(resolveUnknown([unresolved], services));
  return { resolved, steps: ledger.stepsOf(operation.id).map((step) => step.outcome) };
}

test("a block that is partly done is not resolved while nobody knows of its sessions", async () => {
  const fixture = new RunnerFixture();
  fixture.directory.fateOf = ({ path }) =>
    path.endsWith(REVOKE) ? { kind: "no-answer", applied: false } : "well";
  const { plan } = await run(fixture, "block", fixture.guests(1, { internal: true }));
  const { resolved, steps } = await resolve(fixture, plan);
  expect(steps.map((outcome) => outcome?.result)).toEqual(["done", "unknown"]);
  expect(resolved).toMatchObject({ outcome: { result: "partly-done" }, because: "unknown" });
});

test("sessions that a run never asked to end, since the block did not show, are not unknown but not sent", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(1, { internal: true });
  const { directory } = fixture;
  const { onEffect } = directory;
  directory.onEffect = (effect) => {
    onEffect(effect);
    // Lists do not show it for the whole of the run.
    nth(guests, 0).enabled = true;
  };
  const { plan, outcomes } = await run(fixture, "block", guests);
  expect(outcomes[0]).toMatchObject({ result: "unknown", evidence: "observed" });
  nth(guests, 0).enabled = false;
  const { steps } = await resolve(fixture, plan);
  expect(steps).toMatchObject([
    { result: "done", evidence: "audited" },
    { result: "failed", detail: expect.stringContaining("was not known in time") as string },
  ]);
  expect(directory.writes.filter(({ path }) => path.endsWith(REVOKE))).toEqual([]);
});
