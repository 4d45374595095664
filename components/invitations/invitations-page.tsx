"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import dynamic from "next/dynamic";
import { useCallback, useMemo } from "react";
import { DecisionBar } from "@/components/decisions/decision-bar";
import { ExportGuests } from "@/components/guests/export-guests";
import { PENDING_COLUMNS } from "@/components/guests/guest-columns";
import { GuestSearch } from "@/components/guests/guest-filters";
import { GuestList } from "@/components/guests/guest-list";
import { ReadingProgress } from "@/components/guests/reading-progress";
import { narrows, useGuestQuery } from "@/components/guests/use-guest-query";
import { useSelection } from "@/components/guests/use-selection";
import { PageHeader } from "@/components/ui/page-header";
import type { GuestQuery } from "@/lib/inventory/inventory";
import { inventory, useGuests, useProgress } from "@/lib/inventory/use-inventory";

const GuestPanel = dynamic(
  () => import("@/components/guests/guest-panel").then(({ GuestPanel }) => GuestPanel),
  { ssr: false },
);

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minHeight: 0,
  },
});

const NONE: readonly string[] = [];

/** Who was invited and has not accepted, the longest waiting first. */
export function InvitationsPage() {
  const styles = useStyles();
  const progress = useProgress();
  const {
    query: asked,
    openGuest,
    change,
  } = useGuestQuery({ by: "pending-since", descending: false });
  const query: GuestQuery = useMemo(() => ({ ...asked, standings: ["pending"] }), [asked]);
  const guests = useGuests(query);
  const total = guests.answer?.total ?? 0;
  const everybody = useCallback(() => inventory().ids(query), [query]);
  const { ids, selection, clear } = useSelection(total, everybody);
  return (
    <div className={styles.page}>
      <PageHeader
        title="Invitations"
        actions={<ExportGuests columns={PENDING_COLUMNS} query={query} total={total} />}
      >
        {guests.answer &&
          `${total.toLocaleString("en")} ${total === 1 ? "guest has" : "guests have"} not accepted. Invitations do not expire by themselves.`}
      </PageHeader>
      <ReadingProgress progress={progress} />
      <GuestSearch query={query} change={change} />
      <DecisionBar ids={ids} onClear={clear} offers={["resend", "remove", "keep"]} />
      <GuestList
        label="Pending invitations"
        columns={PENDING_COLUMNS}
        hiddenColumns={NONE}
        guests={guests}
        query={query}
        narrowed={narrows(asked)}
        change={change}
        openGuest={openGuest}
        selection={selection}
        nobody={{
          title: "Nobody is waiting",
          words: "Everybody who was invited has accepted, or was removed.",
        }}
      />
      {openGuest !== null && (
        <GuestPanel
          guestId={openGuest}
          onClose={() => {
            void change({ guest: null });
          }}
        />
      )}
    </div>
  );
}
