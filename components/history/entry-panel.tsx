"use client";

import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { PersonName } from "@/components/ui/person-name";
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
    <OverlayDrawer
      open={props.open}
      position="end"
      size="medium"
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label="Close"
              icon={<DismissRegular />}
              onClick={onClose}
            />
          }
        >
          {DECISION_WORD[kind]}
          {row.kind === "decided" && (
            <>
              : <PersonName name={row.guest.displayName} fallback="Erased guest" />
            </>
          )}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        {row.kind === "decided" ? (
          <DecidedEntry row={row} onFilter={props.onFilter} />
        ) : (
          <PolicyEntry row={row} onFilter={props.onFilter} />
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}
