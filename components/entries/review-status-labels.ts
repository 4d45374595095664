import type { REVIEW_STATUSES } from "@/lib/domain/reviews/review-status";

type Status = (typeof REVIEW_STATUSES)[number];

/**
 * Entra's own words for where a review is, and what each means.
 * https://learn.microsoft.com/entra/id-governance/complete-access-review#status-of-an-access-review
 */
const STATUS: Readonly<Record<Status, { readonly word: string; readonly means: string }>> = {
  Initializing: { word: "Initializing", means: "It is being made; nobody can decide yet." },
  NotStarted: { word: "Not started", means: "Its first day is still to come." },
  Starting: { word: "Starting", means: "Who is reviewed is being gathered." },
  InProgress: { word: "In progress", means: "Reviewers decide until it ends." },
  Completing: { word: "Completing", means: "It has ended, and reviewers are being told." },
  Completed: { word: "Completed", means: "It has ended: nobody can decide any more." },
  AutoReviewing: {
    word: "Auto-reviewing",
    means: "It has ended, and what nobody decided is being decided by its settings.",
  },
  AutoReviewed: {
    word: "Auto-reviewed",
    means: "It has ended, and what nobody decided was decided by its settings.",
  },
  Applying: { word: "Applying", means: "The decisions are being carried out." },
  Applied: { word: "Applied", means: "The decisions were carried out, as far as Entra can." },
};

const KNOWN = new Map<string, (typeof STATUS)[Status]>(Object.entries(STATUS));

/** A status in a word; what this version does not know is shown as it is. The history also holds what Entra said. */
export const statusWord = (status: string): string => KNOWN.get(status)?.word ?? status;

/** What a status means, in a sentence. */
export const statusMeaning = (status: string): string =>
  KNOWN.get(status)?.means ?? "Entra calls it so; Guestlist does not know this status.";
