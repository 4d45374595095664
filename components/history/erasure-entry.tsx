"use client";

import { FactList } from "@/components/ui/fact-list";
import type { HistoryRow } from "@/lib/contract/history";
import { whoFacts } from "./who-facts";

const THROUGH = {
  page: "The page Erase a person",
  command: "A command on the server; who ran it is what they said",
} as const;

/** That a person was erased: who did it, when and why, and how much went. */
export function ErasureEntry(props: {
  readonly row: Extract<HistoryRow, { kind: "person-erased" }>;
}) {
  const { row } = props;
  return (
    <>
      <FactList title="Erasure" facts={whoFacts(row)} />
      <FactList
        title="What was erased"
        facts={[
          { name: "Person", fact: <code>{row.personId}</code> },
          { name: "Cards", fact: row.cards },
          { name: "Texts", fact: row.texts },
          { name: "Through", fact: THROUGH[row.through] },
        ]}
      />
    </>
  );
}
