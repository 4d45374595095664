"use client";

import { mergeClasses } from "@fluentui/react-components";
import { readParts } from "@/components/directory/read-parts";
import { SignInsBanner } from "@/components/directory/sign-ins-banner";
import { counted } from "@/lib/domain/number-text";
import { FilterToggle } from "@/components/list/filter-toggles";
import type { GuestQuery, QueryAnswer } from "@/lib/inventory/inventory";
import { UnresolvedBanner } from "@/components/entries/unresolved-banner";
import { useGuests, useProgress } from "@/lib/inventory/use-inventory";
import { GUEST_COLUMNS } from "./guest-columns";
import { FacetFilters, OverdueChip, StandingFilter, useFilterStyles } from "./guest-filters";
import { GuestListPage } from "./guest-list-page";
import { MoreFilters } from "./more-filters";
import { useGuestList } from "./use-guest-list";
import { useGuestSets } from "./use-guest-sets";

const BY_NAME = { by: "name", descending: false } as const;
// With all of them a screen of 1,440 pixels has no room for any. Why is the title of the standing, and in the panel.
const HIDDEN = ["identity", "reason", "type"];
const OFFERS = ["keep", "block", "unblock", "remove", "resend"] as const;

/** Every guest of the tenant: find them, see why they stand where they stand, and decide. */
export function GuestsPage() {
  const styles = useFilterStyles();
  const progress = useProgress();
  const { list, query } = useGuestList(BY_NAME);
  const guests = useGuests(query);
  const problem = useGuestSets(list.filters);
  const { privileged } = list.filters;
  const filters = {
    query,
    facets: guests.answer?.facets,
    change: list.filter,
    read: readParts(progress),
  };
  return (
    <GuestListPage
      title="Guests"
      name="guests"
      label="Guests"
      list={list}
      query={query}
      guests={guests}
      problem={problem}
      columns={GUEST_COLUMNS}
      hiddenColumns={HIDDEN}
      offers={OFFERS}
      summary={(answer) => whoMatches(answer, query)}
      nobody={{
        title: "No guests",
        words: "Guests appear here as soon as someone invites one.",
      }}
      banner={
        <>
          <UnresolvedBanner />
          <SignInsBanner progress={progress} />
        </>
      }
      filters={
        <>
          <FacetFilters {...filters} />
          <div className={mergeClasses(styles.row, styles.whole)}>
            <StandingFilter {...filters} />
            <OverdueChip {...filters} />
            <FilterToggle
              word="Directory role"
              isOn={privileged}
              onToggle={() => {
                list.filter({ privileged: !privileged });
              }}
            />
            <MoreFilters {...filters} filters={list.filters} />
          </div>
        </>
      }
    />
  );
}

/** "1,198 guests and 18 external members." */
function whoMatches({ facets }: QueryAnswer, { userTypes }: GuestQuery): string {
  const of = (type: "guest" | "member", noun: string) => {
    const count = userTypes.length === 0 || userTypes.includes(type) ? facets.userTypes[type] : 0;
    return count === 0 ? [] : [counted(count, noun)];
  };
  const kinds = [...of("guest", "guest"), ...of("member", "external member")];
  return `${kinds.join(" and ")}.`;
}
