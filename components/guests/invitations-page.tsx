"use client";

import { numberText } from "@/lib/domain/number-text";
import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { ExportGuests } from "./export-guests";
import { invitedByColumn, PENDING_COLUMNS } from "./guest-columns";
import { SearchText } from "@/components/list/search-text";
import { GuestWorkspace } from "./guest-workspace";
import { ReadingProgress } from "@/components/directory/reading-progress";
import { narrows, useGuestQuery } from "./use-guest-query";
import { PageHeader } from "@/components/ui/page-header";
import type { GuestQuery } from "@/lib/inventory/inventory";
import { useGuests, useProgress } from "@/lib/inventory/use-inventory";
import { useInviters } from "@/lib/queries/inviters";

const OFFERS = ["resend", "remove", "keep"] as const;

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
  const inviters = useInviters();
  const columns = useMemo(() => {
    const unknown = inviters.isError ? "Audit log not readable" : "Not in the log";
    const inviterOf = (id: string) => {
      if (inviters.isPending) return "…";
      const inviter = inviters.data?.get(id);
      return inviter?.displayName ?? inviter?.id ?? unknown;
    };
    return [...PENDING_COLUMNS, invitedByColumn(inviterOf)];
  }, [inviters.data, inviters.isError, inviters.isPending]);
  return (
    <div className={styles.page}>
      <PageHeader
        title="Invitations"
        actions={<ExportGuests columns={columns} query={query} total={total} />}
      >
        {guests.answer &&
          (total > 0 || (guests.upToDate && progress.phase === "complete")) &&
          `${numberText(total)} ${total === 1 ? "guest has" : "guests have"} not accepted. Invitations do not expire by themselves.`}
      </PageHeader>
      <ReadingProgress progress={progress} />
      <SearchText
        label="Search guests"
        placeholder="Name, mail or partner"
        text={query.text}
        onSearch={(q) => void change({ q })}
      />
      <GuestWorkspace
        label="Pending invitations"
        columns={columns}
        hiddenColumns={NONE}
        offers={OFFERS}
        guests={guests}
        query={query}
        narrowed={narrows(asked)}
        change={change}
        openGuest={openGuest}
        nobody={{
          title: "Nobody is waiting",
          words: "Everybody who was invited has accepted, or was removed.",
        }}
      />
    </div>
  );
}
