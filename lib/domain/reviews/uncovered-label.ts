import { counted, numberText } from "@/lib/domain/number-text";
import type { Coverage } from "@/lib/domain/reviews/coverage";
import type { Group } from "@/lib/domain/reviews/group";
import type { ReviewsSeen } from "@/lib/domain/reviews/reviews-seen";

/** Most groups that are named; the rest are counted. */
const NAMED = 5;

interface Known {
  readonly counts: Pick<Coverage["counts"], "guests" | "planned" | "none">;
  readonly unread: readonly Pick<Group, "displayName">[];
  readonly notUnderstood: readonly unknown[];
  readonly reachKnown: boolean;
}

/** How many guests no running review covers, and what of it is in doubt: then it is "at most". */
export function uncoveredLabel(known: Known, seen: ReviewsSeen) {
  const { guests, planned } = known.counts;
  const none = known.counts.none + planned;
  if (none === 0) return { title: "Every guest is covered by a running review", doubts: [] };
  const doubts = doubtsOf(known, seen);
  const count = `${doubts.length > 0 ? "At most " : ""}${numberText(none)} of ${numberText(guests)}`;
  const arent = `${guests === 1 ? "guest" : "guests"} ${none === 1 ? "isn't" : "aren't"}`;
  const title = `${count} ${arent} covered by a running review`;
  if (planned === 0) return { title, doubts };
  const soon = `${numberText(planned)} of them ${planned === 1 ? "is" : "are"} in a review that hasn't started.`;
  return { title, doubts: [soon, ...doubts] };
}

function doubtsOf({ unread, notUnderstood, reachKnown }: Known, seen: ReviewsSeen) {
  const others = notUnderstood.length;
  return [
    seen === "some" && "You don't see every review.",
    seen === "unknown" && "Whether you see every review isn't known.",
    unread.length > 0 && `Could not be read: ${namesOf(unread)}.`,
    others > 0 &&
      `Guestlist can't read the scope or the status of ${counted(others, "review")}, which may cover more.`,
    !reachKnown && "Who has the applications and roles under review wasn't read.",
  ].filter((doubt) => doubt !== false);
}

function namesOf(groups: Known["unread"]): string {
  const named = groups.slice(0, NAMED).map(({ displayName }) => displayName);
  const more = groups.length - named.length;
  return named.join(", ") + (more > 0 ? ` and ${numberText(more)} more` : "");
}
