"use client";

import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { FootprintSection } from "@/components/directory/footprint-section";
import { lastSignInFact } from "@/components/directory/guest-facts";
import { SponsorsSection } from "@/components/directory/guest-sections";
import { StandingBadge } from "@/components/directory/standing-badge";
import { Facts } from "@/components/ui/fact-list";
import { Section } from "@/components/ui/section";
import { useDebouncedValue } from "@/components/ui/use-debounced-value";
import type { GuestRow } from "@/lib/inventory/inventory";
import { useGuest, useProgress } from "@/lib/inventory/use-inventory";
import { whyNoFacts, whyNoSignIns } from "./why-no-facts";

/** Walking on within this time does not read from Graph about everybody on the way. */
const DEBOUNCE_MILLISECONDS = 250;

const useStyles = makeStyles({
  standing: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
});

interface GuestPanelProps {
  readonly guestId: string;
  /** As the list shows them meanwhile; null or undefined where it does not. */
  readonly listed: GuestRow | null | undefined;
  /** What is to be decided about them. */
  readonly children: ReactNode;
  /** What else is read of a guest at whom somebody stays, for example the history. */
  readonly more: ReactNode;
}

/** What there is to know about the guest of an item: standing, sponsors, and what else they have access to. */
export function GuestPanel({ guestId, listed, children, more }: GuestPanelProps) {
  const { row } = useGuest(guestId);
  const debouncedId = useDebouncedValue(guestId, DEBOUNCE_MILLISECONDS);
  return (
    <>
      <GuestStanding row={row ?? listed ?? null} />
      {children}
      {row && <SponsorsSection guest={row.guest} />}
      {debouncedId === guestId ? (
        <>
          <FootprintSection guestId={guestId} />
          {more}
        </>
      ) : (
        <Spinner size="tiny" label="Reading about this guest" labelPosition="after" />
      )}
    </>
  );
}

function GuestStanding({ row }: { readonly row: GuestRow | null }) {
  const styles = useStyles();
  const progress = useProgress();
  const why = row?.guest.lastSeen.kind === "unreadable" ? whyNoSignIns(progress) : null;
  return (
    <Section title="Standing">
      {row === null ? (
        <Text>{whyNoFacts(progress)}</Text>
      ) : (
        <>
          <div className={styles.standing}>
            <StandingBadge standing={row.standing.kind} />
            <Text>{row.explanation}</Text>
          </div>
          <Facts
            facts={[{ name: "Last successful sign-in", fact: lastSignInFact(row.guest.lastSeen) }]}
          />
          {why !== null && <Text>{why}</Text>}
        </>
      )}
    </Section>
  );
}
