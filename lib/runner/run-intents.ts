import type { IntentPlan } from "@/lib/domain/intent";
import { operationOfIntent } from "@/lib/domain/operation";
import { cardsFor } from "./cards-for";
import type { RunOptions, RunResult } from "./run";
import { runOperations } from "./run-operations";
import type { RunnerServices } from "./runner-services";

/** Runs a plan of intents to its end, as `runOperations` does. */
export function runIntents(
  plan: IntentPlan,
  services: RunnerServices,
  options: RunOptions = {},
): Promise<RunResult> {
  const planned = new Map(plan.intents.map((each) => [each.intent.id, each]));
  return runOperations(
    {
      planId: plan.id,
      operations: plan.intents.map(({ intent }) => operationOfIntent(intent)),
      plannedFrom: new Map(plan.intents.map(({ intent, plannedFrom }) => [intent.id, plannedFrom])),
      record: (operations) => {
        const chunk = operations.flatMap(({ id }) => planned.get(id) ?? []);
        return {
          entries: chunk.map(({ intent }) => ({ id: intent.id, kind: "intended", intent })),
          cards: cardsFor(chunk.map(({ guest }) => guest)),
        };
      },
    },
    services,
    options,
  );
}
