import { dateText } from "@/lib/domain/calendar";
import type { LastSeen } from "@/lib/domain/guest";
import { counted } from "@/lib/domain/number-text";
import type { ItemAnswer } from "@/lib/domain/reviews/plan-answers";
import type { ReviewItem, ReviewSettings } from "@/lib/domain/reviews/review";
import { recommendationOf } from "@/lib/domain/reviews/item-facts";
import { DAY, type Instant } from "@/lib/domain/time";

/** The look-back where a review says none: https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings */
const USUAL_LOOK_BACK = 30;

/**
 * Why Entra recommends what it does, as far as the review tells: it was frozen when the instance began. With `lastSeen`,
 * what the directory shows of the guest, an attempt is not called a sign-in.
 */
export function whyRecommended(
  item: ReviewItem,
  { lookBackDays }: Pick<ReviewSettings, "lookBackDays">,
  lastSeen: LastSeen | null = null,
): string {
  const recommendation = recommendationOf(item);
  if (recommendation === "none") return "Entra has no recommendation: it had no information.";
  const within = `within ${lookBackDays ?? USUAL_LOOK_BACK} days before the review began`;
  if (typeof item.lastSignIn === "number" && isAttempt(item.lastSignIn, lastSeen)) {
    const not = recommendation === "Approve" ? "" : "not ";
    return `Entra counts attempts to sign in: the last one was on ${dateText(item.lastSignIn)}, ${not}${within}. No sign-in then succeeded.`;
  }
  if (recommendation === "Approve") {
    return typeof item.lastSignIn === "number"
      ? `Signed in on ${dateText(item.lastSignIn)}, ${within}.`
      : `Signed in ${within}.`;
  }
  return typeof item.lastSignIn === "number"
    ? `Last signed in on ${dateText(item.lastSignIn)}, not ${within}.`
    : `No sign-in ${within}.`;
}

/** Whether what the review calls a sign-in did not succeed, by what the directory shows of the guest. */
function isAttempt(at: Instant, lastSeen: LastSeen | null): boolean {
  if (lastSeen?.kind === "never") return true;
  return lastSeen?.kind === "at" && lastSeen.at < at - DAY;
}

/** The same in the few words of a cell. */
export function whyInShort(item: ReviewItem): string {
  const recommendation = recommendationOf(item);
  if (recommendation === "none") return "no information";
  return recommendation === "Approve" ? "signed in" : "no sign-in";
}

/** How long an instance can still be decided. */
export function endsWords(endsAt: Instant | null, now: Instant): string {
  if (endsAt === null) return "No end date is known";
  const left = endsAt - now;
  if (left <= 0) return `Ended on ${dateText(endsAt)}`;
  const days = Math.floor(left / DAY);
  if (days >= 2) return `Ends in ${days} days`;
  const hours = Math.floor(left / 3_600_000);
  if (hours >= 2) return `Ends in ${hours} hours`;
  return hours === 1 ? "Ends in an hour" : "Ends within the hour";
}

/** What follows from these decisions for whom, in a sentence each. */
export function consequenceOf(
  parts: readonly Pick<ItemAnswer, "decision">[],
  { applyAction }: Pick<ReviewSettings, "applyAction">,
): string {
  const sentence = (decision: ItemAnswer["decision"], one: string, many: string) => {
    const { length } = parts.filter((part) => part.decision === decision);
    return length === 0 ? [] : [counted(length, one, many)];
  };
  const isDeleting = applyAction === "block-then-delete";
  return [
    ...(isDeleting
      ? sentence(
          "Deny",
          "is blocked once the review is applied, and deleted 30 days later.",
          "are blocked once the review is applied, and deleted 30 days later.",
        )
      : sentence(
          "Deny",
          "loses the access once the review is applied.",
          "lose the access once the review is applied.",
        )),
    ...sentence("Approve", "keeps the access.", "keep the access."),
    ...sentence(
      "DontKnow",
      "keeps the access, and the review records that you do not know.",
      "keep the access, and the review records that you do not know.",
    ),
    "The reason becomes the justification in the review. You can decide again until the instance ends.",
  ].join(" ");
}
