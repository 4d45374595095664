"use client";

import { useMayRecord } from "@/components/directory/use-may-record";
import { NOT_APPLIED_WORD } from "@/lib/domain/reviews/not-applied-label";
import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { CommandButton } from "@/components/ui/command-button";
import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { sayToast } from "@/components/ui/toast";
import { useOpenings } from "@/components/ui/use-openings";
import { useCorrectResult } from "@/lib/commands/use-correct-result";
import type { HistoryRow } from "@/lib/contract/history";
import {
  NOT_APPLIED_REASONS,
  type NotAppliedReason,
  type ReviewResult,
} from "@/lib/domain/reviews/result";
import { CorrectionDialog } from "./correction-dialog";
import { accessWord } from "@/components/entries/outcome-word";
import { CORRECTION_EVIDENCE, CORRECTION_MEANING } from "@/components/entries/entry-labels";
import { MeanwhileNotice, type SaidMeanwhile } from "./meanwhile-notice";
import { useSeenRow } from "./use-seen-row";

type Resulted = Extract<HistoryRow, { kind: "review-result" }>;
type Access = ReviewResult["access"];

const ACCESS_MEANING: Readonly<Record<Access, string>> = {
  gone: "The access is gone",
  "account-gone": "The account is gone",
  "still-there": "The guest still has the access",
  unread: "It is not known: nobody has looked, or it could not be read",
};

const ACCESS: readonly Access[] = ["gone", "account-gone", "still-there", "unread"];

/** Lets somebody who may record put right what the history says of a reviewed access. */
export function CorrectResult({ row }: { readonly row: Resulted }) {
  const { opening, begin, close } = useOpenings<Resulted>();
  const whyNot = useMayRecord();
  return (
    <div>
      <CommandButton
        whyNot={whyNot}
        onClick={() => {
          begin(row);
        }}
      >
        Correct what became of it
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

/** What is chosen, and in the place of what. */
interface Chosen {
  readonly row: Resulted;
  readonly access: Access;
}

/** What the person wanted to record. */
type Sent = Pick<ReviewResult, "access" | "notApplied">;

/** The latest entry that says what became of the access is the same. */
function saysTheSame({ correction: one }: Resulted, { correction: other }: Resulted): boolean {
  return one?.entryId === other?.entryId && one?.recordedAt === other?.recordedAt;
}

function wordOf({ access, notApplied }: Sent): string {
  const why = notApplied === null ? "" : `: ${NOT_APPLIED_WORD[notApplied]}`;
  return `${accessWord({ access, notApplied })}${why}`;
}

function saidIn({ result, correction, actor, recordedAt }: Resulted): SaidMeanwhile {
  const by = correction?.recordedBy ?? actor;
  const at = correction?.recordedAt ?? recordedAt;
  const said = { by, at, reason: correction?.reason ?? null };
  return { name: "The history says now", word: wordOf(result), ...said };
}

function Ask(props: {
  readonly began: Resulted;
  readonly now: Resulted;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { began, now, open, onClose } = props;
  const correct = useCorrectResult();
  const form = useSeenRow<Resulted, Sent>(began, now, correct.error, saysTheSame);
  const { seen: row, meanwhile } = form;
  const recorded = row.result;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  // Of something else than what was seen it has to be chosen anew.
  const access = chosen?.row === row ? chosen.access : null;
  const [why, setWhy] = useState<NotAppliedReason>(recorded.notApplied ?? "not-known");
  // Only a Deny wanted the access to end.
  const asksWhy = recorded.decision === "Deny";
  const choices = ACCESS.filter(
    (each) => each !== recorded.access || (asksWhy && each === "still-there"),
  );
  const notAppliedOf = (chosen: Access) => (asksWhy && chosen === "still-there" ? why : null);
  const isSame = access === recorded.access && notAppliedOf(access) === recorded.notApplied;
  return (
    <CorrectionDialog
      open={open}
      title="Correct what became of the access"
      recorded={`The history says: ${accessWord(recorded)}.`}
      label="What became of it"
      choices={choices.map((value) => ({ value, name: ACCESS_MEANING[value] }))}
      chosen={access}
      onChoose={(access) => {
        setChosen({ row, access });
      }}
      meanwhile={
        meanwhile !== null && <MeanwhileNotice now={[saidIn(row)]} mine={wordOf(meanwhile)} />
      }
      after={
        asksWhy &&
        access === "still-there" && (
          <Field
            label="Why the Deny was not applied"
            {...(isSame && { validationMessage: "This is what the history says already." })}
          >
            <Select
              value={why}
              onChange={(_event, { value }) => {
                const chosen = NOT_APPLIED_REASONS.find((each) => each === value);
                if (chosen !== undefined) setWhy(chosen);
              }}
            >
              {NOT_APPLIED_REASONS.map((each) => (
                <option key={each} value={each}>
                  {NOT_APPLIED_WORD[each]}
                </option>
              ))}
            </Select>
          </Field>
        )
      }
      pending={correct.isPending}
      error={meanwhile === null ? correct.error : null}
      onAgain={() => {
        form.looksAgain();
        correct.reset();
      }}
      onRecord={(access, reason) => {
        if (isSame) return;
        const said = { access, notApplied: notAppliedOf(access) };
        form.sends(said);
        correct.mutate(
          { row, now: said, reason },
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

/** Who corrected a result, when and why; nothing where nobody did. */
export function correctionFacts(correction: Resulted["correction"]) {
  if (correction === null) return [];
  const { reason, recordedAt, recordedBy } = correction;
  return [
    { name: "Corrected because", fact: <PersonName name={reason} /> },
    { name: "Corrected", fact: <Moment at={recordedAt} as="full" /> },
    {
      name: "Corrected by",
      fact: <PersonName name={recordedBy.displayName} fallback={recordedBy.id} />,
    },
    { name: "Evidence", fact: `${CORRECTION_EVIDENCE}. ${CORRECTION_MEANING}` },
  ];
}

/** What was said of the access before it was corrected: as it was copied, and each correction since replaced. */
export function EarlierAccess({ row }: { readonly row: Resulted }) {
  return row.earlierAccess.map(({ access, notApplied, correction }, index) => (
    <FactList
      // Corrections are only ever added at the end.
      key={index}
      title="Earlier, corrected"
      facts={[
        { name: "Access", fact: accessWord({ access, notApplied }) },
        ...(notApplied === null
          ? []
          : [{ name: "Why not applied", fact: NOT_APPLIED_WORD[notApplied] }]),
        ...(correction === null
          ? [
              { name: "Recorded", fact: <Moment at={row.recordedAt} as="full" /> },
              {
                name: "Recorded by",
                fact: <PersonName name={row.actor.displayName} fallback={row.actor.id} />,
              },
            ]
          : correctionFacts(correction)),
      ]}
    />
  ));
}
