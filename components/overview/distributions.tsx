"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { BarList, type BarRow } from "@/components/ui/bar-list";
import { plainText } from "@/components/ui/plain-text";
import { counted, numberText } from "@/lib/domain/number-text";
import type { Bar, Overview } from "@/lib/inventory/inventory";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 340px), 1fr))",
    gap: tokens.spacingHorizontalL,
    alignItems: "start",
  },
});

const MOST_PARTNERS = 10;

/** Bars of days; each leads to the list of those days. */
const daysRows = (bars: readonly Bar[], path: string): readonly BarRow[] =>
  bars.map(({ fromDays, toDays, count }) => ({
    label: toDays === null ? `${fromDays} days or more` : `${fromDays}–${toDays - 1} days`,
    count,
    countText: counted(count, "guest"),
    href: `${path}=${fromDays}-${toDays === null ? "" : toDays - 1}`,
  }));

interface DistributionsProps {
  readonly overview: Overview;
  /** Whether every sign-in was read: before, nobody is called stale by number. */
  readonly signInsRead: boolean;
  readonly directoryRead: boolean;
}

/** The distributions behind the numbers. */
export function Distributions({ overview, signInsRead, directoryRead }: DistributionsProps) {
  const styles = useStyles();
  const soFar = (isRead: boolean) => (isRead ? "." : ". So far: they are still being read.");
  const partners = overview.partners.slice(0, MOST_PARTNERS).map(({ partner, guests, stale }) => ({
    label: plainText(partner),
    count: guests,
    countText: counted(guests, "guest"),
    ...(signInsRead && { part: { count: stale, text: `· ${numberText(stale)} stale or never` } }),
    href: `/guests?partner=${encodeURIComponent(partner)}`,
  }));
  return (
    <div className={styles.grid}>
      <BarList
        title="Time since the last successful sign-in"
        hint={`Everyone whose sign-in is known${soFar(signInsRead)}`}
        rows={daysRows(overview.idle, "/guests?seen")}
      />
      <BarList
        title="Age of pending invitations"
        hint={`Guests who have not accepted${soFar(directoryRead)}`}
        rows={daysRows(overview.pendingAge, "/invitations?waiting")}
      />
      <BarList
        title="Largest partners"
        hint={
          signInsRead
            ? "All guests, and in orange those who are stale or never signed in."
            : `All guests${soFar(directoryRead)}`
        }
        rows={partners}
      />
    </div>
  );
}
