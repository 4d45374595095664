"use client";

import { makeStyles } from "@fluentui/react-components";
import { type GridColumn } from "@/components/grid/column";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { dayOf } from "@/lib/domain/calendar";
import {
  daysLeft,
  type DeletedGuest,
  reasonText,
  type Remover,
  removerText,
} from "./deleted-guest";

/** A day as an export writes it. */
export const day = (at: number | null) => (at === null ? "Unknown" : dayOf(at));

const COLUMNS: readonly GridColumn<DeletedGuest>[] = [
  {
    id: "name",
    label: "Name",
    width: 110,
    grow: 2,
    sortable: true,
    show: ({ guest }) => <PersonName name={guest.displayName} />,
    text: ({ guest }) => guest.displayName,
  },
  {
    id: "mail",
    label: "Mail",
    width: 170,
    grow: 2,
    sortable: true,
    show: ({ guest }) => <PersonName name={guest.mail} fallback="None" />,
    text: ({ guest }) => guest.mail ?? "",
  },
  {
    id: "partner",
    label: "Partner",
    width: 130,
    sortable: true,
    show: ({ guest }) => <PersonName name={guest.partner} fallback="Unknown" />,
    text: ({ guest }) => guest.partner,
  },
  {
    id: "deleted",
    label: "Deleted",
    width: 110,
    sortable: true,
    show: ({ deletedAt }) => (deletedAt === null ? "Unknown" : <Moment at={deletedAt} />),
    text: ({ deletedAt }) => day(deletedAt),
    isUtcDay: true,
  },
];

// In a narrow list the days stand below the date, and neither breaks.
const useStyles = makeStyles({ part: { whiteSpace: "nowrap", overflowWrap: "normal" } });

/** When the account is gone for good, and how long that is. */
export function GoneAt({ goneAt, now }: { readonly goneAt: number | null; readonly now: number }) {
  const styles = useStyles();
  if (goneAt === null) return "Unknown";
  return (
    <>
      <span className={styles.part}>
        <Moment at={goneAt} as="date" />
      </span>{" "}
      <span className={styles.part}>({daysLeft(goneAt, now)})</span>
    </>
  );
}

/** What the page shows of a deleted guest: who, when, by whom, why, and until when they can be restored. */
export function deletedColumns(
  removerFor: (row: DeletedGuest) => Remover,
  now: number,
): readonly GridColumn<DeletedGuest>[] {
  return [
    ...COLUMNS,
    {
      id: "by",
      label: "Removed by",
      width: 140,
      show: (row) => <PersonName name={removerText(removerFor(row))} />,
      text: (row) => removerText(removerFor(row)),
    },
    {
      id: "reason",
      label: "Reason",
      width: 150,
      grow: 2,
      show: (row) => <PersonName name={reasonText(removerFor(row))} fallback="None" />,
      text: (row) => reasonText(removerFor(row)),
    },
    {
      id: "gone",
      label: "Permanently deleted",
      width: 176,
      // More than 1: on a phone it is as narrow as a date.
      grow: 1.2,
      sortable: true,
      show: ({ goneAt }) => <GoneAt goneAt={goneAt} now={now} />,
      text: ({ goneAt }) => day(goneAt),
      isUtcDay: true,
    },
  ];
}
