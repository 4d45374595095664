"use client";

import { USER_READ_ALL } from "@/lib/domain/graph-scopes";
import { Spinner } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import dynamic from "next/dynamic";
import { useCallback, useMemo, useState } from "react";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { ReadAt } from "@/components/directory/read-at";
import { useSelection } from "@/components/grid/use-selection";
import { FilterBar } from "@/components/list/filter-bar";
import { listSheet } from "@/components/list/list-sheet";
import { ListTable } from "@/components/list/list-table";
import { type RowRules, selectRows } from "@/components/list/select-rows";
import { type ListState, useListState } from "@/components/list/use-list-state";
import type { FindCandidates } from "@/components/plan/candidates";
import { GuestCommandBar } from "@/components/plan/guest-command-bar";
import { Column } from "@/components/ui/column";
import { EmptyState } from "@/components/ui/empty-state";
import { useNow } from "@/components/ui/now";
import { PageHeader } from "@/components/ui/page-header";
import { useDeletedGuests } from "@/lib/queries/deleted-guests";
import { useRemovals } from "@/lib/queries/removals";
import { day, deletedColumns } from "./deleted-columns";
import {
  type DeletedGuest,
  reasonText,
  type Remover,
  removerOf,
  removerText,
} from "./deleted-guest";

const SORTS = ["name", "mail", "partner", "deleted", "gone"] as const;

const LIST = {
  filters: {},
  sorts: SORTS,
  defaultSort: { by: "deleted", descending: true },
  panel: { name: "guest" },
} as const;

const DeletedPanel = dynamic(
  () => import("./deleted-panel").then(({ DeletedPanel }) => DeletedPanel),
  { ssr: false },
);

const ON_A_PHONE = ["name", "gone"];
const SCOPES = [USER_READ_ALL];
const NOBODY: readonly DeletedGuest[] = [];

const rowId = ({ guest }: DeletedGuest) => guest.id;
const rowLabel = ({ guest }: DeletedGuest) => guest.displayName;

/** How the list is searched and sorted: by who removed somebody, and why, too. */
function rulesFor(
  removerFor: (row: DeletedGuest) => Remover,
): RowRules<DeletedGuest, object, (typeof SORTS)[number]> {
  return {
    texts: (row) => [
      row.guest.displayName,
      row.guest.mail,
      row.guest.partner,
      removerText(removerFor(row)),
      reasonText(removerFor(row)),
    ],
    filters: {},
    sortValues: {
      name: ({ guest }) => guest.displayName,
      mail: ({ guest }) => guest.mail,
      partner: ({ guest }) => guest.partner,
      deleted: ({ deletedAt }) => deletedAt,
      gone: ({ goneAt }) => goneAt,
    },
  };
}

/** Finds the deleted guests of a selection for a plan. */
function useFindDeleted(all: readonly DeletedGuest[]): FindCandidates {
  return useCallback(
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
}

/** Who was removed and can still be restored. */
export function DeletedPage() {
  const list = useListState(LIST);
  const deleted = useDeletedGuests();
  const { data, error, isPending, refetch } = deleted;
  const removals = useRemovals();
  const all = data ?? NOBODY;
  const find = useFindDeleted(all);
  const [now] = useState(useNow());
  const { data: removed, isError: isHistoryUnread } = removals;
  const removerFor = useCallback(
    (row: DeletedGuest) => removerOf({ data: removed, isError: isHistoryUnread }, row),
    [removed, isHistoryUnread],
  );
  const onChanged = () => {
    void refetch();
    void removals.refetch();
  };
  const opened = all.find((row) => rowId(row) === list.openId);
  return (
    <Column>
      <PageHeader
        title="Deleted"
        actions={
          <ReadAt
            at={data === undefined ? null : deleted.dataUpdatedAt}
            isReading={deleted.isFetching}
            onRefresh={onChanged}
          />
        }
      >
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
        <DeletedList
          all={data}
          list={list}
          now={now}
          removerFor={removerFor}
          find={find}
          onChanged={onChanged}
        />
      )}
      {list.openId !== null && data !== undefined && (
        <DeletedPanel
          guestId={list.openId}
          row={opened}
          remover={opened === undefined ? { kind: "elsewhere" } : removerFor(opened)}
          now={now}
          find={find}
          onRestored={onChanged}
          onClose={() => {
            list.open(null);
          }}
        />
      )}
    </Column>
  );
}

interface DeletedListProps {
  readonly all: readonly DeletedGuest[];
  readonly list: ListState<object, (typeof SORTS)[number]>;
  readonly now: number;
  readonly removerFor: (row: DeletedGuest) => Remover;
  readonly find: FindCandidates;
  readonly onChanged: () => void;
}

function DeletedList({ all, list, now, removerFor, find, onChanged }: DeletedListProps) {
  const { text, sort } = list;
  const columns = useMemo(() => deletedColumns(removerFor, now), [removerFor, now]);
  const shown = useMemo(
    () => selectRows(all, { text, filters: {}, sort }, rulesFor(removerFor)),
    [all, text, sort, removerFor],
  );
  const everybody = useCallback(() => Promise.resolve(shown.map(rowId)), [shown]);
  const { ids, selection, hidden, clear } = useSelection(shown.length, everybody);
  return (
    <>
      {all.length > 0 && (
        <FilterBar
          label="Filter the deleted guests"
          list={list}
          search={{ label: "Search deleted guests", placeholder: "Name, mail, who or why" }}
        />
      )}
      {/* It stays when the last one is restored: the outcome is still to be read. */}
      <GuestCommandBar
        ids={ids}
        hidden={{ ...hidden, show: list.isFiltered ? list.clearFilters : null }}
        offers={["restore"]}
        onClear={clear}
        find={find}
        onDone={onChanged}
      />
      {all.length === 0 ? (
        <EmptyState icon={<DeleteRegular />} title="Nobody to restore">
          Guests that are removed appear here for 30 days.
        </EmptyState>
      ) : (
        <ListTable
          name="deleted"
          label="Deleted guests"
          list={list}
          noun={["deleted guest", "deleted guests"]}
          rows={shown}
          of={all.length}
          columns={columns}
          onAPhone={ON_A_PHONE}
          rowId={rowId}
          rowLabel={rowLabel}
          onOpen={({ guest }) => {
            list.open(guest.id);
          }}
          selection={selection}
          icon={<DeleteRegular />}
          export={{
            fileName: "deleted-guests",
            sheet: () => listSheet(shown, columns, { label: "Object id", of: rowId }),
          }}
        />
      )}
    </>
  );
}
