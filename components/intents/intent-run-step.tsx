"use client";

import { labelsOf } from "@/lib/operations/registry";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { againWords, titleOfRun, toTryAgain } from "@/components/decisions/end-of-run";
import { RunFrame } from "@/components/decisions/run-frame";
import type { IntentRun } from "@/lib/commands/use-run-intents";
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
  const bad = result === null ? [] : toTryAgain(result);
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
      title={result === null ? title : titleOfRun(title, wordsOf(plan), { result })}
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
          {plan.intents.length === 1 ? "Try again" : againWords(bad)}
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

/** What the intents of a plan are called; null where they are of several kinds. */
function wordsOf({ intents }: IntentPlan) {
  const [first] = intents;
  const alike = intents.every(({ intent }) => intent.kind === first?.intent.kind);
  return first && alike ? labelsOf(first.intent.kind) : null;
}
