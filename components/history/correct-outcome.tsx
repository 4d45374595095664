"use client";

import { OPERATOR_ROLE_REQUIRED } from "@/components/directory/use-may-record";
import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { RESULT_WORDS, resultWord } from "@/components/plan/plan-labels";
import { CommandButton } from "@/components/ui/command-button";
import { sayToast } from "@/components/ui/toast";
import { useOpenings } from "@/components/ui/use-openings";
import { resultsToChoose, stepsWithOutcome } from "@/lib/commands/correction-entries";
import { useCorrectOutcome } from "@/lib/commands/use-correct-outcome";
import type { OperationRow } from "@/lib/contract/history";
import type { Outcome, Result } from "@/lib/domain/outcome";
import { labelsOfOperation, laterStepOf } from "@/lib/operations/registry";
import { useServices } from "@/lib/services/services";
import { CorrectionDialog } from "./correction-dialog";
import { mayResolve } from "@/components/entries/may-resolve";
import { MeanwhileNotice, type SaidMeanwhile } from "./meanwhile-notice";
import { outcomeOf, outcomeWord } from "@/components/entries/outcome-word";
import { useSeenRow } from "./use-seen-row";

const RESULT_MEANING: Readonly<Record<Result, string>> = {
  done: "Done: this operation did it",
  "already-so": "Already done: it was so before anything was sent",
  "partly-done": "Partly done: the first request is done, and not all of the later ones",
  refused: "Refused: a check or Microsoft did not allow it",
  failed: "Failed: it was not done",
  unknown: "Unknown: nothing proves what became of it",
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

/** What can be corrected of an entry: nothing replaces what Entra's audit log proves. */
function correctableIn(row: OperationRow): readonly Target[] {
  const outcome = outcomeOf(row);
  if (outcome === null || outcome === "recorded") return [];
  return targetsOf(row, outcome).filter(({ outcome }) => outcome.evidence !== "audited");
}

const IS_PROVEN = "A record in Entra’s audit log proves this outcome, so it cannot be corrected.";

/** Lets somebody who may record put an outcome right, with a reason; both stay in the history. */
export function CorrectOutcome({ row }: { readonly row: OperationRow }) {
  const { me } = useServices();
  const { opening, begin, close } = useOpenings<OperationRow>();
  const outcome = outcomeOf(row);
  // What has no outcome yet is resolved; to keep somebody never has one.
  if (outcome === null || outcome === "recorded") return null;
  const whyNot = !mayResolve(row, me)
    ? OPERATOR_ROLE_REQUIRED
    : correctableIn(row).length === 0
      ? IS_PROVEN
      : null;
  return (
    <div>
      <CommandButton
        whyNot={whyNot}
        onClick={() => {
          begin(row);
        }}
      >
        Correct the outcome
      </CommandButton>
      {opening !== null && (
        <Ask
          key={opening.key}
          began={opening.about}
          now={row}
          open={opening.open}
          onClose={close}
        />
      )}
    </div>
  );
}

function Ask(props: {
  readonly began: OperationRow;
  readonly now: OperationRow;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { began, now, open, onClose } = props;
  const correct = useCorrectOutcome();
  const form = useSeenRow<OperationRow, Sent>(began, now, correct.error, saysTheSame);
  const { seen: row, meanwhile } = form;
  const [chosen, setChosen] = useState<Chosen>({ row, stepId: null, result: null });
  const targets = correctableIn(row);
  const target = targets.find(({ stepId }) => stepId === chosen.stepId) ?? targets[0];
  const stepId = target?.stepId ?? null;
  const choices = target === undefined ? [] : resultsToChoose(row, stepId, target.outcome);
  return (
    <CorrectionDialog
      open={open}
      title="Correct the outcome"
      recorded={`The history says: ${target === undefined ? outcomeWord(row) : resultWord(target.outcome)}.`}
      label="What became of it"
      choices={choices.map((value) => ({ value, name: RESULT_MEANING[value] }))}
      whyNoChoice={IS_PROVEN}
      // Of another outcome than the one that was seen it has to be chosen anew.
      chosen={chosen.row === row ? chosen.result : null}
      onChoose={(result) => {
        setChosen({ row, stepId, result });
      }}
      before={
        targets.length > 1 && (
          <Field label="Request">
            <Select
              value={stepId ?? ""}
              onChange={(_event, { value }) => {
                setChosen({ row, stepId: value, result: null });
              }}
            >
              {targets.map(({ stepId, name }) => (
                <option key={name} value={stepId ?? ""}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )
      }
      meanwhile={
        meanwhile !== null && (
          <MeanwhileNotice now={saidSince(meanwhile.row, row)} mine={meanwhile.word} />
        )
      }
      pending={correct.isPending}
      error={meanwhile === null ? correct.error : null}
      onAgain={() => {
        form.looksAgain();
        correct.reset();
      }}
      onRecord={(result, reason) => {
        const name = targets.length > 1 ? `${target?.name ?? ""}: ` : "";
        form.sends({ row, word: `${name}${RESULT_WORDS[result]}` });
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

/** What is chosen, and of which outcome. */
interface Chosen {
  readonly row: OperationRow;
  readonly stepId: string | null;
  readonly result: Result | null;
}

/** What the person wanted to record, and in the place of what. */
interface Sent {
  readonly row: OperationRow;
  readonly word: string;
}

type RecordedOutcome = NonNullable<OperationRow["outcome"]>;

/** What an entry says of itself, and of each of several requests. */
function outcomesIn({ operation, outcome, steps }: OperationRow): readonly {
  readonly name: string;
  readonly outcome: RecordedOutcome | null;
}[] {
  const whole = { name: "The history says now", outcome };
  if (operation.steps.length < 2) return [whole];
  const { kind } = operation;
  return [
    whole,
    ...operation.steps.map(({ id, name }) => ({
      name: laterStepOf(kind, name)?.labels.name ?? labelsOfOperation(operation).name,
      outcome: steps.find(({ stepId }) => stepId === id)?.outcome ?? null,
    })),
  ];
}

function isSameEntry(one: RecordedOutcome | null, other: RecordedOutcome | null): boolean {
  return one?.entryId === other?.entryId && one?.recordedAt === other?.recordedAt;
}

function saysTheSame(one: OperationRow, other: OperationRow): boolean {
  return saidSince(one, other).length === 0;
}

function saidSince(before: OperationRow, now: OperationRow): readonly SaidMeanwhile[] {
  const earlier = outcomesIn(before);
  return outcomesIn(now).flatMap(({ name, outcome }, index) => {
    if (outcome === null || isSameEntry(earlier[index]?.outcome ?? null, outcome)) return [];
    const { recordedBy: by, recordedAt: at, correction: reason } = outcome;
    return [{ name, word: resultWord(outcome), by, at, reason }];
  });
}
