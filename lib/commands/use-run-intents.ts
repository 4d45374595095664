import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { IntentPlan } from "@/lib/domain/intent";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import type { RunOptions, RunOutline } from "@/lib/runner/run";
import { useRunnerServices } from "@/lib/services/use-runner-services";
import { type RunOf, useRun } from "./use-run";
import { runIntents } from "@/lib/runner/run-intents";

export type IntentRun = RunOf<IntentPlan>;

/** Runs plans of intents about reviews and groups and shows how far they are. */
export function useRunIntents(): IntentRun {
  const services = useRunnerServices();
  const { me } = useServices();
  const client = useQueryClient();
  const go = useCallback(
    (plan: IntentPlan, options: RunOptions) => runIntents(plan, services, options),
    [services],
  );
  const after = useCallback(
    (plan: IntentPlan) =>
      client.invalidateQueries({
        queryKey: keys.all(me),
        predicate: isChanged,
        // Reviewers answer for minutes: what they look at is read again when they ask for it, not after each answer.
        refetchType: plan.intents.every(({ intent }) => intent.kind === "answer-item")
          ? "none"
          : "active",
      }),
    [client, me],
  );
  return useRun({ outline, go, after });
}

function outline({ id, intents }: IntentPlan): RunOutline {
  const operationIds = intents.map(({ intent }) => intent.id);
  return { planId: id, operationIds, onlyRecorded: false };
}

const CHANGED = new Set([
  ...["history", "unresolved", "guest", "reviews", "my-reviews", "groups", "coverage"],
]);

function isChanged({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return CHANGED.has(String(queryKey[2]));
}
