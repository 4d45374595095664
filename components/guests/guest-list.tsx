"use client";

import { nextSort } from "@/components/list/next-sort";
import { Button } from "@fluentui/react-components";
import { PeopleSearchRegular } from "@fluentui/react-icons";
import type { GridColumn } from "@/components/grid/column";
import type { GridSelection } from "@/components/grid/grid-header";
import { VirtualGrid } from "@/components/grid/virtual-grid";
import { useNarrow } from "@/components/ui/use-narrow";
import { EmptyState } from "@/components/ui/empty-state";
import { SORT_KEYS, type GuestQuery, type GuestRow } from "@/lib/inventory/inventory";
import { useProgress, type useGuests } from "@/lib/inventory/use-inventory";
import type { ChangeQuery } from "./use-guest-query";

export interface Nobody {
  readonly title: string;
  readonly words: string;
}

interface GuestListProps {
  readonly label: string;
  readonly columns: readonly GridColumn<GuestRow>[];
  readonly hiddenColumns: readonly string[];
  readonly guests: ReturnType<typeof useGuests>;
  readonly query: GuestQuery;
  /** Whether a search or a filter keeps somebody out of the list. */
  readonly narrowed: boolean;
  readonly change: ChangeQuery;
  readonly openGuest: string | null;
  readonly selection: GridSelection;
  /** What is said when there is nobody although nothing narrows the list. */
  readonly nobody?: Nobody;
}

const ON_A_PHONE = ["name", "standing", "pending-since"];

const NOBODY: Nobody = {
  title: "No guests here",
  words: "Guests appear here as soon as somebody invites one.",
};

const rowId = ({ guest }: GuestRow) => guest.id;
const rowLabel = ({ guest }: GuestRow) => guest.displayName;

/** The guests that match, in a grid; or what to do when nobody does. */
export function GuestList(props: GuestListProps) {
  const { columns, guests, query, change, narrowed, nobody = NOBODY } = props;
  const narrow = useNarrow();
  const { phase } = useProgress();
  const reading =
    phase === "idle" || phase === "directory" || phase === "sign-ins" || !guests.upToDate;
  if (guests.answer?.total === 0 && !guests.pending) {
    return (
      <EmptyState
        icon={<PeopleSearchRegular />}
        title={reading ? "Nobody so far" : narrowed ? "Nobody matches" : nobody.title}
        action={
          narrowed && (
            <Button
              onClick={() => {
                void change({
                  q: null,
                  standing: null,
                  partner: null,
                  identity: null,
                  type: null,
                  sponsor: null,
                });
              }}
            >
              Clear the filters
            </Button>
          )
        }
      >
        {reading
          ? "The guests are still being read."
          : narrowed
            ? "Try fewer filters or another spelling."
            : nobody.words}
      </EmptyState>
    );
  }
  const hidden = narrow
    ? columns.map(({ id }) => id).filter((id) => !ON_A_PHONE.includes(id))
    : props.hiddenColumns;
  return (
    <VirtualGrid
      label={props.label}
      columns={columns}
      hiddenColumns={hidden}
      count={guests.answer?.total ?? 0}
      rowAt={guests.rowAt}
      askFor={guests.askFor}
      rowId={rowId}
      rowLabel={rowLabel}
      openId={props.openGuest}
      onOpen={({ guest }) => {
        void change({ guest: guest.id });
      }}
      selection={props.selection}
      sort={query.sort}
      onSort={(column) => {
        const next = nextSort(SORT_KEYS, column, query.sort);
        if (next !== null) void change(next);
      }}
    />
  );
}
