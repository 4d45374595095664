import type { Outcome } from "@/lib/domain/outcome";
import type { Plan } from "@/lib/domain/plan";
import type { RunResult } from "../run";
import { runPlan } from "../run-plan";
import type { SmallWorld } from "./small-world";

/** Plans for these people and runs the plan to its end. */
export async function run(
  world: SmallWorld,
  ...args: Parameters<SmallWorld["plan"]>
): Promise<{
  readonly plan: Plan;
  readonly result: RunResult;
  readonly outcomes: readonly (Outcome | null)[];
}> {
  const plan = world.plan(...args);
  const result = await world.clock.drive(runPlan(plan, world.services));
  return { plan, result, outcomes: result.results.map(({ outcome }) => outcome) };
}
