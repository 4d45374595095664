"use client";

import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { GuestCommandBar } from "@/components/plan/guest-command-bar";
import { PendingOfGuest } from "@/components/plan/pending-notice";
import { PersonName } from "@/components/ui/person-name";
import { SidePanel } from "@/components/ui/side-panel";
import type { GuestOperationKind } from "@/lib/domain/operation";
import type { GuestRow, Neighbors } from "@/lib/inventory/inventory";
import { useGuest } from "@/lib/inventory/use-inventory";
import { MissingGuest, useListReading } from "./missing-guest";
import { NeighborButtons } from "./neighbor-buttons";
import { EntraLink } from "@/components/directory/entra-link";
import { FootprintSection } from "@/components/directory/footprint-section";
import { GuestHistory } from "@/components/entries/guest-history";
import {
  IdentitySection,
  InvitationSection,
  SignInsSection,
  SponsorsSection,
} from "@/components/directory/guest-sections";
import { ProtectLink } from "@/components/directory/protect-link";
import { StandingBadge } from "@/components/directory/standing-badge";
import { useWayBack } from "@/components/ui/use-way-back";

const useStyles = makeStyles({
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalXXL,
  },
  standing: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** What can be decided about this guest as they are now. */
function offersFor({ guest }: GuestRow): readonly GuestOperationKind[] {
  if (guest.userType === "member") return ["keep"];
  const access: GuestOperationKind = guest.enabled ? "block" : "unblock";
  return guest.redemption.kind === "pending"
    ? ["keep", "resend", access, "remove"]
    : ["keep", access, "remove"];
}

interface GuestPanelProps {
  readonly guestId: string;
  /** Where the guest is in the list; null while that is not known. */
  readonly neighbors: Neighbors | null;
  readonly onOpen: (guestId: string) => void;
  readonly onClose: () => void;
}

/** Everything that is known of one guest, and what can be decided about them. */
export function GuestPanel({ guestId, neighbors, onOpen, onClose }: GuestPanelProps) {
  const styles = useStyles();
  useWayBack(guestId);
  const { row: found, pending } = useGuest(guestId);
  // A removed guest leaves the list, and the outcome is still to be read here.
  const [last, setLast] = useState(found);
  if (found !== null && found !== last) setLast(found);
  const row = found ?? (last?.guest.id === guestId ? last : null);
  const reading = useListReading();
  // While everybody is read anew, and where that failed, who is missing may still be there.
  const isListed = reading === "whole" || reading === "partly";
  const gone = row !== null && found === null && !pending && isListed;
  return (
    <SidePanel
      open
      modal={false}
      label="Guest"
      title={row ? <PersonName name={row.guest.displayName} /> : "Guest"}
      actions={
        <NeighborButtons
          neighbors={neighbors}
          name={row?.guest.displayName ?? null}
          onOpen={onOpen}
        />
      }
      onClose={onClose}
    >
      {row ? (
        <div className={styles.body}>
          {gone ? (
            <Text>Not in the list any more.</Text>
          ) : (
            <div className={styles.standing}>
              <StandingBadge
                standing={row.standing.kind}
                overdue={row.standing.kind === "pending" && row.standing.overdue}
              />
              <Text>{row.explanation}</Text>
            </div>
          )}
          <GuestCommandBar
            ids={new Set([guestId])}
            offers={gone ? [] : offersFor(row)}
            label="Act on this guest"
          />
          {!gone && <ProtectLink accountId={guestId} />}
          {!gone && row.guest.userType === "guest" && <PendingOfGuest guestId={guestId} />}
          <IdentitySection guest={row.guest} />
          {!gone && <EntraLink userId={guestId} />}
          {!gone && <InvitationSection guest={row.guest} />}
          {!gone && <SignInsSection guest={row.guest} />}
          {!gone && <SponsorsSection guest={row.guest} />}
          {!gone && <FootprintSection guestId={guestId} />}
          <GuestHistory guestId={guestId} />
        </div>
      ) : pending || reading === "reading" ? (
        <Spinner label="Looking for this guest" />
      ) : (
        <div className={styles.body}>
          <MissingGuest guestId={guestId} reading={reading} />
          <GuestHistory guestId={guestId} />
        </div>
      )}
    </SidePanel>
  );
}
