"use client";

import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import type { ListCoverage } from "./use-list-coverage";

const number = (count: number) => count.toLocaleString("en");

/** So many groups are named; the rest are counted. */
const NAMED = 5;

type Known = NonNullable<ListCoverage["known"]>;

/** How many guests no running review asks about, with the way to them; what could not be read makes it "at most". */
export function UncoveredNotice({ known }: { readonly known: Known }) {
  const { counts, unread, notUnderstood, reachKnown } = known;
  const { guests, none } = counts;
  if (guests === 0) return null;
  const certain = unread.length === 0 && notUnderstood.length === 0 && reachKnown;
  const who = `${number(none)} of ${number(guests)} ${guests === 1 ? "guest" : "guests"}`;
  return none === 0 ? (
    <Notice intent="success" title="A running review covers every guest">
      <AppLink href="/reviews/coverage">Show the coverage map</AppLink>
    </Notice>
  ) : (
    <Notice intent="warning" title={`No running review covers ${certain ? who : `${who} at most`}`}>
      {unread.length > 0 && `Could not be read: ${namesOf(unread)}. `}
      {notUnderstood.length > 0 &&
        `Guestlist does not read the scope of ${number(notUnderstood.length)} ${notUnderstood.length === 1 ? "review, which may cover more" : "reviews, which may cover more"}. `}
      {!reachKnown && "It was not read who reaches the applications and roles under review. "}
      <AppLink href="/reviews/coverage?state=none">Show them on the coverage map</AppLink>
    </Notice>
  );
}

function namesOf(groups: Known["unread"]): string {
  const named = groups.slice(0, NAMED).map(({ displayName }) => displayName);
  const more = groups.length - named.length;
  return named.join(", ") + (more > 0 ? ` and ${number(more)} more` : "");
}
