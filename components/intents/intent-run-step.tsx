"use client";

import { labelsOf } from "@/lib/operations/registry";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { RunFrame } from "@/components/decisions/run-frame";
import type { IntentRun } from "@/lib/commands/use-run-intents";
import type { RunResult } from "@/lib/runner/run";
import type { IntentPlan } from "@/lib/domain/intent";

interface IntentRunStepProps {
  readonly title: string;
  readonly plan: IntentPlan;
  readonly run: IntentRun;
  /** Plans anew what did not work; nothing is sent again by itself. */
  readonly onRetry: (ids: readonly string[]) => void;
  /** Reads what the plan was made from again, where the plan itself may be what stands against it. */
  readonly onLookAgain?: () => Promise<void>;
  readonly onClose: () => void;
}

/** The run of a plan, what became of each intent, and trying again what did not work. */
export function IntentRunStep(props: IntentRunStepProps) {
  const { title, plan, run, onRetry, onLookAgain, onClose } = props;
  const { snapshot } = run;
  const result = snapshot?.result ?? null;
  const bad = (result?.results ?? []).filter(
    ({ outcome }) => outcome?.result === "failed" || outcome?.result === "refused",
  );
  const failed = bad.map(({ operationId }) => operationId);
  // What a look at the directory refused would be refused again.
  const isOutdated = bad.some(
    ({ outcome }) => outcome?.result === "refused" && outcome.evidence === "observed",
  );
  const operations = plan.intents.map(({ intent, label }) => ({
    id: intent.id,
    key: intent.id,
    name: label,
    notDone: labelsOf(intent.kind).notDone,
  }));
  return (
    <RunFrame
      title={result === null ? title : titleOf(plan, result)}
      operations={operations}
      snapshot={snapshot}
      onStop={() => {
        run.stop();
      }}
      onClose={onClose}
    >
      {isOutdated && onLookAgain !== undefined ? (
        <LookAgain onLook={onLookAgain} />
      ) : failed.length === 0 ? null : (
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

function LookAgain({ onLook }: { readonly onLook: () => Promise<void> }) {
  const [looking, setLooking] = useState(false);
  const look = async () => {
    setLooking(true);
    await onLook();
    setLooking(false);
  };
  return (
    <Button
      disabledFocusable={looking}
      onClick={() => {
        look().catch(reportError);
      }}
    >
      {looking ? "Reading …" : "Look again"}
    </Button>
  );
}

/** Says at once whether it worked. */
function titleOf({ intents }: IntentPlan, { results }: RunResult): string {
  const done = results.filter(
    ({ outcome }) => outcome?.result === "done" || outcome?.result === "already-so",
  ).length;
  const [first] = intents;
  const alike = intents.every(({ intent }) => intent.kind === first?.intent.kind);
  const words = first && alike ? labelsOf(first.intent.kind) : null;
  if (done === intents.length) return words?.done ?? "All done";
  if (intents.length > 1) return `${done.toLocaleString("en")} of ${intents.length} done`;
  const [only] = results;
  return only?.outcome?.result === "unknown" ? "Not known yet" : (words?.notDone ?? "Not done");
}
