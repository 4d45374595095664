"use client";

import { FactList } from "@/components/ui/fact-list";
import type { HistoryRow } from "@/lib/contract/history";
import { AuditMatch } from "./audit-match";
import { guestFacts } from "./guest-facts";
import { knownFacts } from "./known-facts";
import { EarlierOutcomes, outcomeFacts } from "./outcome-facts";
import { UndoEntry } from "./undo-entry";
import { whoFacts } from "./who-facts";

/** A decision about a guest: who, when, why, what was known, and what became of it. */
export function DecidedEntry(props: { readonly row: Extract<HistoryRow, { kind: "decided" }> }) {
  const { row } = props;
  const undoes = { name: "Takes back", fact: <code>{row.undoes}</code> };
  return (
    <>
      <FactList
        title="Decision"
        facts={[...whoFacts(row), ...(row.undoes === null ? [] : [undoes])]}
      />
      <FactList title="Outcome" facts={outcomeFacts(row)} />
      <EarlierOutcomes row={row} />
      <AuditMatch row={row} />
      <UndoEntry row={row} />
      <FactList title="Known at that moment" facts={knownFacts(row.known)} />
      <FactList title="Guest" facts={guestFacts(row.guest)} />
    </>
  );
}
