"use client";

import { FactList } from "@/components/ui/fact-list";
import { SidePanel } from "@/components/ui/side-panel";
import type { HistoryRow } from "@/lib/contract/history";
import { entryWord } from "@/components/entries/about-entry";
import { AlteredNotice } from "@/components/entries/altered";
import { About } from "./about";
import { EntryProof } from "./entry-proof";
import { ErasureEntry, PolicyEntry, TemplateEntry } from "./tenant-entries";
import type { HistoryFilters } from "./history-filters";
import { MoreLikeThis } from "./more-like-this";
import { OperationEntry } from "./operation-entry";
import { ResultEntry } from "./result-entry";
import { whoFacts } from "./who-facts";

function Facts({ row }: { readonly row: HistoryRow }) {
  switch (row.kind) {
    case "planned":
      return <OperationEntry row={row} />;
    case "review-result":
      return <ResultEntry row={row} />;
    case "policy-set":
      return <PolicyEntry row={row} />;
    case "template-saved":
      return <TemplateEntry row={row} />;
    case "person-erased":
      return <ErasureEntry row={row} />;
    case "unreadable":
      return <FactList title="Entry" facts={whoFacts(row)} />;
  }
}

/** Where an entry stands in the tenant's chain, and what proves it. */
function chainFacts(row: HistoryRow) {
  return [
    { name: "Entry number", fact: row.seq },
    { name: "Hash", fact: <code>{row.hash}</code> },
    { name: "Entry ID", fact: <code>{row.id}</code> },
  ];
}

/** One entry with everything that the ledger has about it. */
export function EntryPanel(props: {
  readonly row: HistoryRow;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onFilter: (change: Partial<HistoryFilters>) => void;
}) {
  const { row, onClose } = props;
  return (
    <SidePanel
      open={props.open}
      onClose={onClose}
      title={
        <>
          {entryWord(row)}
          {row.kind !== "policy-set" && (
            <>
              : <About row={row} />
            </>
          )}
        </>
      }
    >
      {row.altered && <AlteredNotice />}
      <Facts row={row} />
      <MoreLikeThis row={row} onFilter={props.onFilter} />
      <FactList title="In the history" facts={chainFacts(row)} />
      <EntryProof entryId={row.id} />
    </SidePanel>
  );
}
