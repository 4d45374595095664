"use client";

import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { CommandButton } from "@/components/reviews/shared/command-button";
import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { sayToast } from "@/components/ui/toast";
import { useCorrectResult } from "@/lib/commands/use-correct-result";
import type { HistoryRow } from "@/lib/contract/history";
import { holdsAppRole } from "@/lib/domain/app-roles";
import {
  NOT_APPLIED_REASONS,
  type NotAppliedReason,
  type ReviewResult,
} from "@/lib/domain/reviews/result";
import { useServices } from "@/lib/services/services";
import { CorrectionDialog } from "./correction-dialog";
import { accessWord } from "./outcome-word";
import { CORRECTION_MEANING, NOT_APPLIED_WORD } from "./entry-labels";

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
  const { me } = useServices();
  const [asked, setAsked] = useState(0);
  const [open, setOpen] = useState(false);
  const mayCorrect = holdsAppRole(me.appRoles, "Governance.Operator");
  return (
    <div>
      <CommandButton
        whyNot={mayCorrect ? null : "Requires the app role Governance.Operator."}
        onClick={() => {
          setAsked(asked + 1);
          setOpen(true);
        }}
      >
        Correct what became of it
      </CommandButton>
      {asked > 0 && (
        <Ask
          key={asked}
          row={row}
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
  readonly row: Resulted;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { open, onClose } = props;
  const [row, setRow] = useState(props.row);
  const recorded = row.result;
  const [access, setAccess] = useState<Access | null>(null);
  const [why, setWhy] = useState<NotAppliedReason>(recorded.notApplied ?? "not-known");
  const correct = useCorrectResult();
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
      onChoose={setAccess}
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
      error={correct.error}
      onAgain={() => {
        // What somebody else has recorded meanwhile is shown, and asked about anew.
        setRow(props.row);
        correct.reset();
      }}
      onRecord={(chosen, reason) => {
        if (isSame) return;
        correct.mutate(
          { row, now: { access: chosen, notApplied: notAppliedOf(chosen) }, reason },
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
    { name: "Evidence", fact: `Reported. ${CORRECTION_MEANING}` },
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
