"use client";

import { useMemo } from "react";
import { readParts } from "@/components/directory/read-parts";
import { counted } from "@/lib/domain/number-text";
import { useGuests, useProgress } from "@/lib/inventory/use-inventory";
import { useInviters } from "@/lib/queries/inviters";
import { invitedByColumn, PENDING_COLUMNS } from "./guest-columns";
import { OverdueChip, PartnerFilter, SponsorFilter } from "./guest-filters";
import { GuestListPage } from "./guest-list-page";
import { DaysFilter, InviterFilter } from "./more-filters";
import { useGuestList } from "./use-guest-list";
import { useGuestSets } from "./use-guest-sets";

const LONGEST_WAITING_FIRST = { by: "pending-since", descending: false } as const;
// Age and Overdue say it in fewer words.
const HIDDEN = ["reason"];
const OFFERS = ["resend", "remove", "keep"] as const;

/** Who was invited and has not accepted, the longest waiting first. */
export function InvitationsPage() {
  const { list, query } = useGuestList(LONGEST_WAITING_FIRST, "pending");
  const guests = useGuests(query);
  const inviters = useInviters();
  const problem = useGuestSets(list.filters);
  const columns = useMemo(() => {
    const unknown = inviters.isError ? "Audit log not readable" : "Not in the audit log";
    const inviterOf = (id: string) => {
      if (inviters.isPending) return "…";
      const inviter = inviters.data?.get(id);
      return inviter?.displayName ?? inviter?.id ?? unknown;
    };
    return [...PENDING_COLUMNS, invitedByColumn(inviterOf)];
  }, [inviters.data, inviters.isError, inviters.isPending]);
  const read = readParts(useProgress());
  const filters = { query, facets: guests.answer?.facets, change: list.filter, read };
  return (
    <GuestListPage
      title="Invitations"
      name="invitations"
      label="Pending invitations"
      list={list}
      query={query}
      guests={guests}
      problem={problem}
      columns={columns}
      hiddenColumns={HIDDEN}
      offers={OFFERS}
      summary={({ total }) =>
        `${counted(total, "guest hasn't", "guests haven't")} accepted. Invitations don't expire.`
      }
      nobody={{
        title: "No pending invitations",
        words: "Everyone who was invited has accepted or was removed.",
      }}
      filters={
        <>
          <OverdueChip {...filters} />
          <DaysFilter
            label="Waiting"
            any="Waiting for any time"
            range={query.waiting}
            onChange={(waiting) => {
              list.filter({ waiting });
            }}
          />
          <PartnerFilter {...filters} />
          <SponsorFilter {...filters} />
          <InviterFilter inviter={list.filters.inviter} change={list.filter} />
        </>
      }
    />
  );
}
