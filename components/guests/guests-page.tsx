"use client";

import { SignInsBanner } from "@/components/directory/sign-ins-banner";
import { numberText } from "@/lib/domain/number-text";
import { useGuests, useProgress } from "@/lib/inventory/use-inventory";
import { GUEST_COLUMNS } from "./guest-columns";
import { FacetFilters, StandingFilter } from "./guest-filters";
import { GuestListPage } from "./guest-list-page";
import { useGuestList } from "./use-guest-list";

const BY_NAME = { by: "name", descending: false } as const;
const HIDDEN = ["type"];
const OFFERS = ["keep", "block", "unblock", "remove", "resend"] as const;

/** Every guest of the tenant: find them, see why they stand where they stand, and decide. */
export function GuestsPage() {
  const progress = useProgress();
  const { list, query } = useGuestList(BY_NAME);
  const guests = useGuests(query);
  const filters = { query, facets: guests.answer?.facets, change: list.filter };
  return (
    <GuestListPage
      title="Guests"
      name="guests"
      label="Guests"
      list={list}
      query={query}
      guests={guests}
      columns={GUEST_COLUMNS}
      hiddenColumns={HIDDEN}
      offers={OFFERS}
      summary={(total) => `${numberText(total)} match.`}
      nobody={{
        title: "No guests",
        words: "Guests appear here as soon as someone invites one.",
      }}
      banner={<SignInsBanner progress={progress} />}
      filters={<FacetFilters {...filters} />}
      moreFilters={<StandingFilter {...filters} />}
    />
  );
}
