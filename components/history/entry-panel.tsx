"use client";

import { PersonName } from "@/components/ui/person-name";
import { SidePanel } from "@/components/ui/side-panel";
import type { HistoryRow } from "@/lib/contract/history";
import { DecidedEntry } from "./decided-entry";
import type { HistoryFilters } from "./history-filters";
import { PolicyEntry } from "./policy-entry";
import { DECISION_WORD } from "./words";

/** One entry with everything that the ledger has about it. */
export function EntryPanel(props: {
  readonly row: HistoryRow;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onFilter: (change: Partial<HistoryFilters>) => void;
}) {
  const { row, onClose } = props;
  const kind = row.kind === "decided" ? row.decision : "policy-set";
  return (
    <SidePanel
      open={props.open}
      onClose={onClose}
      title={
        <>
          {DECISION_WORD[kind]}
          {row.kind === "decided" && (
            <>
              : <PersonName name={row.guest.displayName} fallback="Erased guest" />
            </>
          )}
        </>
      }
    >
      {row.kind === "decided" ? (
        <DecidedEntry row={row} onFilter={props.onFilter} />
      ) : (
        <PolicyEntry row={row} onFilter={props.onFilter} />
      )}
    </SidePanel>
  );
}
