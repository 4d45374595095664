import { counted } from "@/lib/domain/number-text";
import type { Recurrence, ReviewSettings } from "@/lib/domain/reviews/review";
import { dayText } from "@/lib/domain/calendar";

const MONTHS: Readonly<Record<number, string>> = {
  1: "Monthly",
  3: "Quarterly",
  6: "Semi-annually",
  12: "Yearly",
};

/** How often a review runs, in a word or two. */
export function recurrenceWords(recurrence: Recurrence | null): string {
  if (recurrence === null) return "Once";
  const { every, interval } = recurrence;
  if (every === "week") return interval === 1 ? "Weekly" : `Every ${interval} weeks`;
  return MONTHS[interval] ?? `Every ${interval} months`;
}

/** How a series ends. */
export function endWordsOf(end: Recurrence["end"]): string {
  switch (end.kind) {
    case "never":
      return "Never";
    case "on":
      return `On ${dayText(end.date)}`;
    case "after":
      return `After ${counted(end.occurrences, "instance")}`;
  }
}

/** Until when a review runs again. */
export const endWords = (recurrence: Recurrence | null): string =>
  recurrence === null ? "After its only instance" : endWordsOf(recurrence.end);

type Consequence = Pick<ReviewSettings, "ifNobodyAnswers" | "autoApply" | "applyAction">;

/** What is decided when nobody answers, in a word. */
export function defaultWord(decision: ReviewSettings["ifNobodyAnswers"]): string {
  switch (decision) {
    case "Deny":
    case "Approve":
      return decision;
    case "Recommendation":
      return "As recommended";
    case null:
      return "No decision";
  }
}

/** The default decision and what follows from it, for who ends a review early. */
export const defaultSentence = (settings: Consequence): string =>
  `Default decision: ${defaultWord(settings.ifNobodyAnswers)}. ${consequenceSentence(settings)}`;

/** What happens when nobody answers, and whether it is carried out: in a few words. */
export function consequenceWords(settings: Consequence): string {
  const { ifNobodyAnswers, autoApply, applyAction } = settings;
  const decided = defaultWord(ifNobodyAnswers);
  if (!autoApply) return `${decided}, applied manually`;
  return applyAction === "block-then-delete"
    ? `${decided}, auto-apply: block, then delete`
    : `${decided}, auto-apply`;
}

/** The same in a sentence, for the person who has to answer for it. */
export function consequenceSentence(settings: Consequence): string {
  const { ifNobodyAnswers, autoApply, applyAction } = settings;
  const carriedOut = autoApply ? "" : ", once somebody applies the decisions";
  const loss =
    applyAction === "block-then-delete"
      ? `is blocked${carriedOut}, and deleted 30 days later, whatever other access they have`
      : `loses this access${carriedOut}`;
  switch (ifNobodyAnswers) {
    case "Deny":
      return `Anyone without a decision ${loss}.`;
    case "Approve":
      return "Anyone without a decision keeps this access.";
    case "Recommendation":
      return `Anyone without a decision ${loss} where Entra recommends Deny; the others keep it.`;
    case null:
      return "Anyone without a decision keeps this access: nothing is decided for them.";
  }
}
