"use client";

import { useMemo } from "react";
import { counted } from "@/lib/domain/number-text";
import { useGuests } from "@/lib/inventory/use-inventory";
import { useInviters } from "@/lib/queries/inviters";
import { invitedByColumn, PENDING_COLUMNS } from "./guest-columns";
import { GuestListPage } from "./guest-list-page";
import { useGuestList } from "./use-guest-list";

const LONGEST_WAITING_FIRST = { by: "pending-since", descending: false } as const;
const OFFERS = ["resend", "remove", "keep"] as const;

/** Who was invited and has not accepted, the longest waiting first. */
export function InvitationsPage() {
  const { list, query } = useGuestList(LONGEST_WAITING_FIRST, "pending");
  const guests = useGuests(query);
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
    <GuestListPage
      title="Invitations"
      name="invitations"
      label="Pending invitations"
      list={list}
      query={query}
      guests={guests}
      columns={columns}
      offers={OFFERS}
      summary={(total) =>
        `${counted(total, "guest hasn't", "guests haven't")} accepted. Invitations don't expire.`
      }
      nobody={{
        title: "No pending invitations",
        words: "Everyone who was invited has accepted or was removed.",
      }}
    />
  );
}
