import type { Outcome } from "@/lib/domain/outcome";
import type { Plan } from "@/lib/domain/plan";
import type { RunResult } from "../run";
import { runPlan } from "../run-plan";
import type { RunnerFixture } from "./runner-fixture";

/** Plans for these people and runs the plan to its end. */
export async function run(
  fixture: RunnerFixture,
  ...args: Parameters<RunnerFixture["plan"]>
): Promise<{
  readonly plan: Plan;
  readonly result: RunResult;
  readonly outcomes: readonly (Outcome | null)[];
}> {
  const plan = fixture.plan(...args);
  const result = await fixture.clock.drive(runPlan(plan, fixture.services));
  return { plan, result, outcomes: result.results.map(({ outcome }) => outcome) };
}
