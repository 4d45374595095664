"use client";

import { dayOf } from "@/lib/domain/calendar";
import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useCallback } from "react";
import type { FindCandidates } from "@/components/plan/candidates";
import { GuestCommandBar } from "@/components/plan/guest-command-bar";
import type { GridColumn } from "@/components/grid/column";
import { VirtualGrid } from "@/components/grid/virtual-grid";
import { useSelection } from "@/components/grid/use-selection";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorCard } from "@/components/ui/error-card";
import { ExportCsvButton } from "@/components/ui/export-csv-button";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { PersonName } from "@/components/ui/person-name";
import { useNarrow } from "@/components/ui/use-narrow";
import { useDeletedGuests } from "@/lib/queries/deleted-guests";

type DeletedGuest = NonNullable<ReturnType<typeof useDeletedGuests>["data"]>[number];

const day = (at: number | null) => (at === null ? "Unknown" : dayOf(at));

const COLUMNS: readonly GridColumn<DeletedGuest>[] = [
  {
    id: "name",
    label: "Name",
    width: 180,
    grow: 2,
    show: ({ guest }) => <PersonName name={guest.displayName} />,
    text: ({ guest }) => guest.displayName,
  },
  {
    id: "mail",
    label: "Mail",
    width: 200,
    grow: 2,
    show: ({ guest }) => <PersonName name={guest.mail} fallback="None" />,
    text: ({ guest }) => guest.mail ?? "",
  },
  {
    id: "partner",
    label: "Partner",
    width: 150,
    show: ({ guest }) => <PersonName name={guest.partner} fallback="Unknown" />,
    text: ({ guest }) => guest.partner,
  },
  {
    id: "deleted",
    label: "Deleted",
    width: 130,
    show: ({ deletedAt }) => (deletedAt === null ? "Unknown" : <Moment at={deletedAt} />),
    text: ({ deletedAt }) => day(deletedAt),
  },
  {
    id: "gone",
    label: "Gone for good",
    width: 130,
    show: ({ goneAt }) => (goneAt === null ? "Unknown" : <Moment at={goneAt} />),
    text: ({ goneAt }) => day(goneAt),
  },
];

const ON_A_PHONE = ["name", "gone"];
const HIDDEN_ON_A_PHONE = COLUMNS.map(({ id }) => id).filter((id) => !ON_A_PHONE.includes(id));

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minHeight: 0,
  },
});

const rowId = ({ guest }: DeletedGuest) => guest.id;

/** Who was removed and can still be restored. */
export function DeletedPage() {
  const styles = useStyles();
  const narrow = useNarrow();
  const { data, isPending, isError, refetch } = useDeletedGuests();
  const total = data?.length ?? 0;
  const everybody = useCallback(() => Promise.resolve((data ?? []).map(rowId)), [data]);
  const { ids, selection, clear } = useSelection(total, everybody);
  const find: FindCandidates = useCallback(
    (wanted) => {
      const chosen = (data ?? []).filter((row) => wanted.includes(rowId(row)));
      const there = new Set(chosen.map(rowId));
      return Promise.resolve({
        candidates: chosen.map(({ guest, deletedAt }) => ({
          guest,
          standing: { kind: "deleted" as const },
          explanation: `Deleted on ${day(deletedAt)}.`,
        })),
        gone: wanted.filter((id) => !there.has(id)),
      });
    },
    [data],
  );
  return (
    <div className={styles.page}>
      <PageHeader
        title="Deleted"
        actions={
          <ExportCsvButton
            fileName="deleted-guests"
            disabled={total === 0}
            sheet={() => ({
              columns: ["Object id", ...COLUMNS.map(({ label }) => label)],
              rows: (data ?? []).map((row) => [
                rowId(row),
                ...COLUMNS.map(({ text }) => text?.(row) ?? ""),
              ]),
            })}
          />
        }
      >
        Removed guests can be restored for 30 days, with their groups and roles.
      </PageHeader>
      {isPending && <Spinner label="Reading deleted guests" />}
      {isError && (
        <ErrorCard
          happened="The deleted guests could not be read."
          notDone="Nothing was changed."
          tryThis="Load the page again. Reading them needs User.Read.All and a role that may read users."
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
      {total > 0 && (
        <VirtualGrid
          label="Deleted guests"
          columns={COLUMNS}
          hiddenColumns={narrow ? HIDDEN_ON_A_PHONE : []}
          count={total}
          rowAt={(index) => data?.[index]}
          rowId={rowId}
          rowLabel={({ guest }) => guest.displayName}
          selection={selection}
        />
      )}
    </div>
  );
}
