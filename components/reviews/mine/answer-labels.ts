import { notSentWords, stateWords } from "@/components/plan/plan-labels";
import type { ReviewItem, ReviewSettings } from "@/lib/domain/reviews/review";
import { DAY, type Instant } from "@/lib/domain/time";
import type { Progress } from "@/lib/inventory/inventory";
import type { OperationState } from "@/lib/runner/run";
import { isNotAccepted, type Verdict } from "./answer";
import { recommendationOf } from "./select-items";

interface VerdictWords {
  /** On a button. */
  readonly verb: string;
  readonly means: string;
  readonly key: string;
}

export const VERDICT_WORDS: Readonly<Record<Verdict, VerdictWords>> = {
  Approve: { verb: "Approve", means: "keeps the access", key: "A" },
  Deny: { verb: "Deny", means: "loses the access", key: "D" },
  DontKnow: {
    verb: "Don't know",
    means: "keeps the access, and that you did not know is on record",
    key: "U",
  },
};

/** The look-back where a review says none: https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings */
const USUAL_LOOK_BACK = 30;

const day = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

/** Why Entra recommends what it does, as far as the review tells: it was frozen when the instance began. */
export function whyRecommended(
  item: ReviewItem,
  { lookBackDays }: Pick<ReviewSettings, "lookBackDays">,
): string {
  const recommendation = recommendationOf(item);
  if (recommendation === "none") return "Entra recommends nothing: it had no information.";
  const within = `within ${lookBackDays ?? USUAL_LOOK_BACK} days before the review began`;
  if (recommendation === "Approve") {
    return typeof item.lastSignIn === "number"
      ? `Signed in on ${day.format(item.lastSignIn)}, ${within}.`
      : `Signed in ${within}.`;
  }
  return typeof item.lastSignIn === "number"
    ? `Last signed in on ${day.format(item.lastSignIn)}, not ${within}.`
    : `No sign-in ${within}.`;
}

/** The same in the few words of a cell. */
export function whyInShort(item: ReviewItem): string {
  const recommendation = recommendationOf(item);
  if (recommendation === "none") return "no information";
  return recommendation === "Approve" ? "signed in" : "no sign-in";
}

/** Where an answer is on its way, for its row. */
export function answerWords(state: OperationState): string {
  if (typeof state === "string") {
    return { waiting: "waiting", recorded: "recorded", sending: "sending" }[state];
  }
  if ("stopped" in state) return "not sent";
  switch (state.result) {
    case "done":
      return "sent";
    case "already-so":
      return "already done";
    case "refused":
      return "refused";
    case "partly-done":
      return "partly sent";
    case "failed":
      return "failed";
    case "unknown":
      return "sent, no answer yet";
  }
}

/** Why an answer is not in the review; null where it is, or may be. */
export function whyNotAccepted(state: OperationState): string | null {
  if (typeof state === "string" || !isNotAccepted(state)) return null;
  if ("stopped" in state) return notSentWords(state);
  return state.detail ?? `${stateWords(state)}.`;
}

/** What went wrong with an answer and what was not done; null where nothing did. */
export function trouble(state: OperationState): string | null {
  const why = whyNotAccepted(state);
  if (why !== null) return `Your answer is not in the review. ${why}`;
  return typeof state === "object" && "result" in state && state.result === "unknown"
    ? "Your answer was sent, and no reply came: the history resolves it by reading, and nothing is sent twice."
    : null;
}

/** How long an instance can still be decided. */
export function endsWords(endsAt: Instant | null, now: Instant): string {
  if (endsAt === null) return "No end is known";
  const left = endsAt - now;
  if (left <= 0) return `Ended on ${day.format(endsAt)}`;
  const days = Math.floor(left / DAY);
  if (days >= 2) return `Ends in ${days} days`;
  const hours = Math.floor(left / 3_600_000);
  if (hours >= 2) return `Ends in ${hours} hours`;
  return hours === 1 ? "Ends in an hour" : "Ends within the hour";
}

/** Why nothing is known of a guest, while guests cannot be read, or not yet. */
export function whyNoFacts({ phase, failure }: Pick<Progress, "phase" | "failure">): string {
  if (failure !== null) {
    switch (failure.kind) {
      case "forbidden":
      case "licence-missing":
        return "You may not read this organization's guests, so their facts are not shown. You can decide all the same.";
      case "needs-consent":
      case "signed-out":
        return "Guestlist has no permission to read guests for you, so their facts are not shown. You can decide all the same.";
      case "throttled":
      case "unavailable":
      case "no-answer":
      case "not-found":
      case "bad-request":
      case "malformed":
        return "The guests could not be read now, so their facts are not shown. You can decide all the same.";
    }
  }
  return phase === "complete"
    ? "Not among the guests: a member of the organization, or removed meanwhile."
    : "The guests are still being read.";
}
