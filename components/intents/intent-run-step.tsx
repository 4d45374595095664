"use client";

import { Button } from "@fluentui/react-components";
import { RunFrame } from "@/components/decisions/run-frame";
import type { IntentRun } from "@/lib/commands/intents/use-run-intents";
import type { RunResult } from "@/lib/commands/run";
import type { IntentPlan } from "@/lib/domain/intent";
import { INTENT_WORDS } from "./words";

interface IntentRunStepProps {
  readonly title: string;
  readonly plan: IntentPlan;
  readonly run: IntentRun;
  /** Plans anew what did not work; nothing is sent again by itself. */
  readonly onRetry: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The run of a plan, what became of each intent, and trying again what did not work. */
export function IntentRunStep({ title, plan, run, onRetry, onClose }: IntentRunStepProps) {
  const { snapshot } = run;
  const result = snapshot?.result ?? null;
  const failed = (result?.settled ?? [])
    .filter(({ outcome }) => outcome?.result === "failed" || outcome?.result === "refused")
    .map(({ decisionId }) => decisionId);
  const deeds = plan.intents.map(({ intent, label }) => ({
    id: intent.id,
    key: intent.id,
    name: label,
    notDone: INTENT_WORDS[intent.kind].notDone,
  }));
  return (
    <RunFrame
      title={result === null ? title : titleOf(plan, result)}
      deeds={deeds}
      snapshot={snapshot}
      onStop={() => {
        run.stop();
      }}
      onClose={onClose}
    >
      {failed.length > 0 && (
        <Button
          onClick={() => {
            onRetry(failed);
          }}
        >
          {plan.intents.length === 1
            ? "Try again"
            : `Try ${failed.length.toLocaleString("en")} again`}
        </Button>
      )}
    </RunFrame>
  );
}

/** Says at once whether it worked. */
function titleOf({ intents }: IntentPlan, { settled }: RunResult): string {
  const done = settled.filter(
    ({ outcome }) => outcome?.result === "done" || outcome?.result === "already-so",
  ).length;
  const [first] = intents;
  const alike = intents.every(({ intent }) => intent.kind === first?.intent.kind);
  const words = first && alike ? INTENT_WORDS[first.intent.kind] : null;
  if (done === intents.length) return words?.done ?? "All done";
  if (intents.length > 1) return `${done.toLocaleString("en")} of ${intents.length} done`;
  const [only] = settled;
  return only?.outcome?.result === "unknown" ? "Not known yet" : (words?.notDone ?? "Not done");
}
