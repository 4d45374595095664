import type { Intent, IntentPlan } from "@/lib/domain/intent";
import { cardsFor } from "../cards-for";
import type { Doors } from "../doors";
import type { RunOptions, RunResult } from "../run";
import { runDeeds } from "../run-deeds";
import { strictly } from "../strict-clock";
import { IntentWay } from "./intent-way";

/**
 * Runs a plan of intents to its end: each is on the ledger before it is sent, is sent once, and gets an outcome.
 * Never throws for what Graph or the ledger do.
 */
export function runIntents(
  plan: IntentPlan,
  given: Doors,
  options: RunOptions = {},
): Promise<RunResult> {
  // Whether a reading began before or after a sending must not depend on how fine a clock is.
  const doors = { ...given, clock: strictly(given.clock) };
  const deeds = plan.intents.map(({ intent }) => intent);
  const guests = new Map(plan.intents.map(({ intent, guest }) => [intent.id, guest]));
  const saw = new Map(plan.intents.map((planned) => [planned.intent.id, planned.saw]));
  return runDeeds(
    {
      planId: plan.id,
      deeds,
      record: (chunk: readonly Intent[]) => ({
        entries: chunk.map((intent) => ({ id: intent.id, kind: "intended", intent })),
        cards: cardsFor(chunk.map(({ id }) => guests.get(id) ?? null)),
      }),
      onlyRecorded: false,
    },
    new IntentWay(doors, deeds, saw),
    doors,
    options,
  );
}
