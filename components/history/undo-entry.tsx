"use client";

import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { useStandsAgainst } from "@/lib/queries/use-stands-against";
import type { OperationRow } from "@/lib/contract/history";
import type { Outcome } from "@/lib/domain/outcome";
import { isGoneForGood, undoOf, undoOfOperation } from "@/lib/domain/undo";
import { useServices } from "@/lib/services/services";
import { entryWord } from "@/components/entries/about-entry";
import { ENTRY_WORD } from "@/components/entries/entry-labels";
import { outcomeWord } from "@/components/entries/outcome-word";
import { PersonName } from "@/components/ui/person-name";
import { TextLink } from "@/components/ui/text-link";
import { UndoPlanButton } from "./undo-plan-button";

/** Offers to take the plan of an entry back, where what the entry did can still be taken back; else what stands against it. */
export function UndoEntry({ row }: { readonly row: OperationRow }) {
  if (undoOfOperation(row.operation) === null) return null;
  if (hadEffect(row)) return <Offer key={row.id} row={row} />;
  // What took it back before somebody corrected it stays said.
  const hadBefore = row.earlierOutcomes.some((outcome) => hadEffect({ outcome }));
  return hadBefore ? <TakenBackBefore row={row} /> : null;
}

function TakenBackBefore({ row }: { readonly row: OperationRow }) {
  const later = useStandsAgainst(row).data;
  return later?.operation.undoes === row.operation.id ? (
    <StandsAgainst row={row} later={later} />
  ) : null;
}

function hadEffect({
  outcome,
}: Pick<OperationRow, "outcome"> | { readonly outcome: Outcome }): boolean {
  return outcome?.result === "done" || outcome?.result === "partly-done";
}

function Offer({ row }: { readonly row: OperationRow }) {
  const { now } = useServices();
  const against = useStandsAgainst(row);
  const { kind, planId } = row.operation;
  const isGone = isGoneForGood({ kind, doneAt: row.recordedAt }, now());
  // What could not be read is read again by the dialog, which says so.
  const whyNot = against.isPending
    ? "Reading what happened since."
    : isGone
      ? "The account was deleted more than 30 days ago, so it cannot be restored."
      : null;
  return (
    <div>
      <UndoPlanButton
        planId={planId}
        whyNot={whyNot}
        instead={against.data && <StandsAgainst row={row} later={against.data} />}
      />
    </div>
  );
}

function StandsAgainst({
  row,
  later,
}: {
  readonly row: OperationRow;
  readonly later: OperationRow;
}) {
  const isTakenBack = later.operation.undoes === row.operation.id && hadEffect(later);
  const fact = (
    <>
      <EntryLink id={later.id} guestId={later.operation.guestId}>
        {entryWord(later)}
      </EntryLink>
      , <Moment at={later.recordedAt} as="full" />: {outcomeWord(later)}
    </>
  );
  return (
    <FactList
      title={isTakenBack ? "Taken back" : "Cannot be undone"}
      facts={[{ name: isTakenBack ? "By" : "Later operation", fact }]}
    />
  );
}

/** What an undo takes back, as a link to it: the opposite, about the same guest. */
export function takesBackFacts({ operation, guest }: OperationRow) {
  const { undoes, kind, guestId } = operation;
  const undone = undoOf(kind);
  if (undoes === null || undone === null) return [];
  const name = guest?.displayName ?? "Erased guest";
  return [
    {
      name: "Takes back",
      fact: (
        <EntryLink id={undoes} guestId={guestId} about={name}>
          {ENTRY_WORD[undone]}
        </EntryLink>
      ),
    },
  ];
}

/** A link to another entry of the history, among those about the same guest. */
function EntryLink(props: {
  readonly id: string;
  readonly guestId: string | null;
  /** The name of the guest, where the words around the link do not say it. */
  readonly about?: string;
  readonly children: string;
}) {
  const { id, guestId, about, children } = props;
  const query = new URLSearchParams({ ...(guestId !== null && { guest: guestId }), entry: id });
  return (
    <TextLink href={`/history?${query.toString()}`}>
      {children}
      {about !== undefined && (
        <>
          : <PersonName name={about} />
        </>
      )}
    </TextLink>
  );
}
