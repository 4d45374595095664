import type { REVIEW_STATUSES } from "@/lib/domain/reviews/review-status";

type Status = (typeof REVIEW_STATUSES)[number];

/**
 * Entra's own words for where a review is, and what each means.
 * https://learn.microsoft.com/entra/id-governance/complete-access-review#status-of-an-access-review
 */
const STATUS: Readonly<Record<Status, { readonly word: string; readonly means: string }>> = {
  Initializing: {
    word: "Initializing",
    means: "The instance is being created. Nobody can decide yet.",
  },
  NotStarted: { word: "Not started", means: "The instance hasn't started yet." },
  Starting: { word: "Starting", means: "Microsoft Entra is collecting the people to review." },
  InProgress: { word: "In progress", means: "Reviewers can decide until it ends." },
  Completing: {
    word: "Completing",
    means: "The instance has ended, and reviewers are being notified.",
  },
  Completed: { word: "Completed", means: "The instance has ended. Nobody can decide any more." },
  AutoReviewing: {
    word: "Auto-reviewing",
    means: "The instance has ended, and undecided items are getting the default decision.",
  },
  AutoReviewed: {
    word: "Auto-reviewed",
    means: "The instance has ended, and undecided items got the default decision.",
  },
  Applying: { word: "Applying", means: "The decisions are being applied." },
  Applied: { word: "Applied", means: "The decisions were applied, as far as Microsoft Entra can." },
};

const KNOWN = new Map<string, (typeof STATUS)[Status]>(Object.entries(STATUS));

/** A status in a word; what this version does not know is shown as it is. The history also holds what Entra said. */
export const statusWord = (status: string): string => KNOWN.get(status)?.word ?? status;

/** What a status means, in a sentence. */
export const statusMeaning = (status: string): string =>
  KNOWN.get(status)?.means ?? "Guestlist doesn't know this status of Microsoft Entra.";
