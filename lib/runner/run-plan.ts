import { operationOfDecision } from "@/lib/domain/operation";
import type { Plan } from "@/lib/domain/plan";
import { cardsFor } from "./cards-for";
import type { RunOptions, RunResult } from "./run";
import { runOperations } from "./run-operations";
import type { RunnerServices } from "./runner-services";

/** Runs a plan of decisions about guests to its end, as `runOperations` does. */
export function runPlan(
  plan: Plan,
  services: RunnerServices,
  options: RunOptions = {},
): Promise<RunResult> {
  const planned = new Map(plan.decisions.map((each) => [each.decision.id, each]));
  return runOperations(
    {
      planId: plan.id,
      operations: plan.decisions.map(({ decision }) => operationOfDecision(decision)),
      record: (operations) => {
        const chunk = operations.flatMap(({ id }) => planned.get(id) ?? []);
        return {
          entries: chunk.map(({ decision }) => ({ id: decision.id, kind: "decided", decision })),
          cards: cardsFor(chunk.map(({ guest }) => guest)),
        };
      },
    },
    services,
    options,
  );
}
