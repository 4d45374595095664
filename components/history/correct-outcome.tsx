"use client";

import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { resultWord } from "@/components/plan/plan-labels";
import { CommandButton } from "@/components/reviews/shared/command-button";
import { sayToast } from "@/components/ui/toast";
import { resultsToChoose, stepsWithOutcome } from "@/lib/commands/correction-entries";
import { useCorrectOutcome } from "@/lib/commands/use-correct-outcome";
import type { OperationRow } from "@/lib/contract/history";
import type { Outcome, Result } from "@/lib/domain/outcome";
import { labelsOfOperation, laterStepOf } from "@/lib/operations/registry";
import { useServices } from "@/lib/services/services";
import { CorrectionDialog } from "./correction-dialog";
import { mayResolve } from "./may-resolve";
import { outcomeOf } from "./outcome-word";

const RESULT_MEANING: Readonly<Record<Result, string>> = {
  done: "Done: this operation did it",
  "already-so": "Already done: it was so before anything was sent",
  "partly-done": "Partly done: the first request is done, and not all of the later ones",
  refused: "Refused: a check or Microsoft did not allow it",
  failed: "Failed: it was not done",
  unknown: "Unknown: nothing shows what became of it",
};

/** One outcome that can be put right: of the operation, or of one of its requests. */
interface Target {
  readonly stepId: string | null;
  readonly name: string;
  readonly outcome: Outcome;
}

/** Where no request has an outcome of its own, the operation's is that of the first. */
function targetsOf(row: OperationRow, outcome: Outcome): readonly Target[] {
  const name = labelsOfOperation(row.operation).name;
  const steps = stepsWithOutcome(row).map((step, index) => ({
    ...step,
    name:
      index === 0 ? name : (laterStepOf(row.operation.kind, step.name)?.labels.name ?? step.name),
  }));
  return steps.length > 0 ? steps : [{ stepId: null, name, outcome }];
}

/** Lets somebody who may record put an outcome right, with a reason; both stay in the history. */
export function CorrectOutcome({ row }: { readonly row: OperationRow }) {
  const { me } = useServices();
  const [asked, setAsked] = useState(0);
  const [open, setOpen] = useState(false);
  const outcome = outcomeOf(row);
  // What has no outcome yet is resolved; to keep somebody never has one.
  if (outcome === null || outcome === "recorded") return null;
  const targets = targetsOf(row, outcome).filter(({ outcome }) => outcome.evidence !== "audited");
  const whyNot = !mayResolve(row, me)
    ? "Requires the app role Governance.Operator."
    : targets.length === 0
      ? "A record in Entra’s audit log proves this outcome, so it cannot be corrected."
      : null;
  return (
    <div>
      <CommandButton
        whyNot={whyNot}
        onClick={() => {
          setAsked(asked + 1);
          setOpen(true);
        }}
      >
        Correct the outcome
      </CommandButton>
      {asked > 0 && (
        <Ask
          key={asked}
          row={row}
          targets={targets}
          open={open}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}

function Ask(props: {
  readonly row: OperationRow;
  readonly targets: readonly Target[];
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { open, onClose } = props;
  // The outcomes that were there when the person began: what they see does not change under their hands.
  const [{ row, targets }, setSeen] = useState(props);
  const [at, setAt] = useState(0);
  const [result, setResult] = useState<Result | null>(null);
  const correct = useCorrectOutcome();
  const target = targets[at];
  if (target === undefined) return null;
  const { stepId } = target;
  return (
    <CorrectionDialog
      open={open}
      title="Correct the outcome"
      recorded={`The history says: ${resultWord(target.outcome)}.`}
      label="What became of it"
      choices={resultsToChoose(row, stepId, target.outcome).map((value) => ({
        value,
        name: RESULT_MEANING[value],
      }))}
      chosen={result}
      onChoose={setResult}
      before={
        targets.length > 1 && (
          <Field label="Request">
            <Select
              value={String(at)}
              onChange={(_event, { value }) => {
                setAt(Number(value));
                setResult(null);
              }}
            >
              {targets.map(({ name }, index) => (
                <option key={name} value={String(index)}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )
      }
      pending={correct.isPending}
      error={correct.error}
      onAgain={() => {
        // What somebody else has recorded meanwhile is shown, and asked about anew.
        setSeen(props);
        setAt(0);
        correct.reset();
      }}
      onRecord={(result, reason) => {
        correct.mutate(
          { row, correction: { stepId, result, reason } },
          {
            onSuccess: () => {
              sayToast({ intent: "success", title: "The correction is recorded" });
              onClose();
            },
          },
        );
      }}
      onClose={onClose}
    />
  );
}
