import type { Outcome } from "@/lib/domain/outcome";
import type { Plan } from "@/lib/domain/plan";
import type { RunResult } from "../run";
import { runPlan } from "../run-plan";
import type { SmallFixture } from "./small-fixture";

/** Plans for these people and runs the plan to its end. */
export async function run(
  fixture: SmallFixture,
  ...args: Parameters<SmallFixture["plan"]>
): Promise<{
  readonly plan: Plan;
  readonly result: RunResult;
  readonly outcomes: readonly (Outcome | null)[];
}> {
  const plan = fixture.plan(...args);
  const result = await fixture.clock.drive(runPlan(plan, fixture.services));
  return { plan, result, outcomes: result.results.map(({ outcome }) => outcome) };
}
