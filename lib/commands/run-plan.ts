import type { Decision } from "@/lib/domain/decision";
import type { Plan } from "@/lib/domain/plan";
import { cardsFor } from "./cards-for";
import { DecisionWay } from "./decision-way";
import type { Doors } from "./doors";
import type { RunOptions, RunResult } from "./run";
import { runDeeds } from "./run-deeds";

/**
 * Runs a plan of decisions about guests to its end: each is on the ledger before its act is sent, is sent once, and
 * gets an outcome. Never throws for what Graph or the ledger do.
 */
export function runPlan(plan: Plan, doors: Doors, options: RunOptions = {}): Promise<RunResult> {
  const guests = new Map(plan.decisions.map(({ decision, guest }) => [decision.id, guest]));
  return runDeeds(
    {
      planId: plan.id,
      deeds: plan.decisions.map(({ decision }) => decision),
      record: (chunk: readonly Decision[]) => ({
        entries: chunk.map((decision) => ({ id: decision.id, kind: "decided", decision })),
        cards: cardsFor(chunk.map(({ id }) => guests.get(id) ?? null)),
      }),
      onlyRecorded: plan.kind === "keep",
    },
    new DecisionWay(doors),
    doors,
    options,
  );
}
