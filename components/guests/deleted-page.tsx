"use client";

import { USER_READ_ALL } from "@/lib/domain/graph-scopes";
import { Spinner } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useCallback, useMemo } from "react";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import type { GridColumn } from "@/components/grid/column";
import { useSelection } from "@/components/grid/use-selection";
import { FilterBar } from "@/components/list/filter-bar";
import { listSheet } from "@/components/list/list-sheet";
import { ListTable } from "@/components/list/list-table";
import { type RowRules, selectRows } from "@/components/list/select-rows";
import { useListState } from "@/components/list/use-list-state";
import type { FindCandidates } from "@/components/plan/candidates";
import { GuestCommandBar } from "@/components/plan/guest-command-bar";
import { Column } from "@/components/ui/column";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { PersonName } from "@/components/ui/person-name";
import { dayOf } from "@/lib/domain/calendar";
import { useDeletedGuests } from "@/lib/queries/deleted-guests";

type DeletedGuest = NonNullable<ReturnType<typeof useDeletedGuests>["data"]>[number];

const day = (at: number | null) => (at === null ? "Unknown" : dayOf(at));

const COLUMNS: readonly GridColumn<DeletedGuest>[] = [
  {
    id: "name",
    label: "Name",
    width: 180,
    grow: 2,
    sortable: true,
    show: ({ guest }) => <PersonName name={guest.displayName} />,
    text: ({ guest }) => guest.displayName,
  },
  {
    id: "mail",
    label: "Mail",
    width: 200,
    grow: 2,
    sortable: true,
    show: ({ guest }) => <PersonName name={guest.mail} fallback="None" />,
    text: ({ guest }) => guest.mail ?? "",
  },
  {
    id: "partner",
    label: "Partner",
    width: 150,
    sortable: true,
    show: ({ guest }) => <PersonName name={guest.partner} fallback="Unknown" />,
    text: ({ guest }) => guest.partner,
  },
  {
    id: "deleted",
    label: "Deleted",
    width: 130,
    sortable: true,
    show: ({ deletedAt }) => (deletedAt === null ? "Unknown" : <Moment at={deletedAt} />),
    text: ({ deletedAt }) => day(deletedAt),
  },
  {
    id: "gone",
    label: "Gone for good",
    width: 130,
    sortable: true,
    show: ({ goneAt }) => (goneAt === null ? "Unknown" : <Moment at={goneAt} />),
    text: ({ goneAt }) => day(goneAt),
  },
];

const SORTS = ["name", "mail", "partner", "deleted", "gone"] as const;

const LIST = {
  filters: {},
  sorts: SORTS,
  defaultSort: { by: "deleted", descending: true },
} as const;

const RULES: RowRules<DeletedGuest, object, (typeof SORTS)[number]> = {
  texts: ({ guest }) => [guest.displayName, guest.mail, guest.partner],
  filters: {},
  sortValues: {
    name: ({ guest }) => guest.displayName,
    mail: ({ guest }) => guest.mail,
    partner: ({ guest }) => guest.partner,
    deleted: ({ deletedAt }) => deletedAt,
    gone: ({ goneAt }) => goneAt,
  },
};

const ON_A_PHONE = ["name", "gone"];
const SCOPES = [USER_READ_ALL];
const NOBODY: readonly DeletedGuest[] = [];

const rowId = ({ guest }: DeletedGuest) => guest.id;
const rowLabel = ({ guest }: DeletedGuest) => guest.displayName;

/** Who was removed and can still be restored. */
export function DeletedPage() {
  const list = useListState(LIST);
  const { data, error, isPending, refetch } = useDeletedGuests();
  const all = data ?? NOBODY;
  const { text, sort } = list;
  const shown = useMemo(
    () => selectRows(all, { text, filters: {}, sort }, RULES),
    [all, text, sort],
  );
  const everybody = useCallback(() => Promise.resolve(shown.map(rowId)), [shown]);
  const { ids, selection, clear } = useSelection(shown.length, everybody);
  const find: FindCandidates = useCallback(
    (ids) => {
      const chosen = all.filter((row) => ids.includes(rowId(row)));
      const there = new Set(chosen.map(rowId));
      return Promise.resolve({
        candidates: chosen.map(({ guest, deletedAt }) => ({
          guest,
          standing: { kind: "deleted" as const },
          explanation: `Deleted on ${day(deletedAt)}.`,
        })),
        gone: ids.filter((id) => !there.has(id)),
      });
    },
    [all],
  );
  return (
    <Column>
      <PageHeader title="Deleted">
        Removed guests can be restored for 30 days, with their groups and roles.
      </PageHeader>
      {isPending && <Spinner label="Reading deleted guests" />}
      {error !== null && (
        <GraphFailureCard
          error={error}
          what="the deleted guests"
          notDone={
            data === undefined
              ? "Nobody can be restored until they are read."
              : "The list below may be out of date."
          }
          scopes={SCOPES}
          onRetry={() => void refetch()}
        />
      )}
      {data !== undefined && (
        // It stays when the last one is restored: the outcome is still to be read.
        <GuestCommandBar
          ids={ids}
          offers={["restore"]}
          onClear={clear}
          find={find}
          onDone={() => void refetch()}
        />
      )}
      {data?.length === 0 && (
        <EmptyState icon={<DeleteRegular />} title="Nobody to restore">
          Guests that are removed appear here for 30 days.
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <FilterBar
            label="Filter the deleted guests"
            list={list}
            search={{ label: "Search deleted guests", placeholder: "Name, mail or partner" }}
          />
          <ListTable
            name="deleted"
            label="Deleted guests"
            list={list}
            noun={["deleted guest", "deleted guests"]}
            rows={shown}
            of={all.length}
            columns={COLUMNS}
            onAPhone={ON_A_PHONE}
            rowId={rowId}
            rowLabel={rowLabel}
            selection={selection}
            icon={<DeleteRegular />}
            export={{
              fileName: "deleted-guests",
              sheet: () => listSheet(shown, COLUMNS, { label: "Object id", of: rowId }),
            }}
          />
        </>
      )}
    </Column>
  );
}
