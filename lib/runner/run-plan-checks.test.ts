import { expect, test } from "vitest";
import { runPlan } from "./run-plan";
import { nth } from "./testing/nth";
import { run } from "./testing/run";
import { RunnerFixture } from "./testing/runner-fixture";

test("an exclusion that is added while the run goes on holds for all that is unsent", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(120);
  const plan = fixture.plan("remove", guests);
  const last = nth(guests, guests.length - 1);
  const began = fixture.clock.now();
  const work = runPlan(plan, fixture.services);
  const { results } = await fixture.clock.drive(work, () => {
    if (fixture.clock.now() - began < 1_000) return;
    fixture.policy = {
      ...fixture.policy,
      protectedAccounts: [{ id: last.id, because: "excluded" }],
    };
  });
  expect(results.at(-1)?.outcome?.result).toBe("refused");
  expect(last.where).toBe("live");
});

test("nobody is acted on while nobody knows who is protected", async () => {
  const fixture = new RunnerFixture();
  fixture.policyFails = true;
  const { result } = await run(fixture, "remove", fixture.guests(3));
  expect(fixture.directory.writes).toEqual([]);
  expect(result.stopped).toEqual({ kind: "ledger-unavailable" });
});
