import { fieldsOf } from "@/components/ui/fields-of";
import type { ChangeDraft } from "./change-draft";

const KEY = "guestlist.review.asked";

/** What somebody had written when they had to leave the page for consent: words and ids, no names. */
export interface KeptWords {
  readonly reviewId: string;
  readonly reason: string;
  /** A change that was being written, and the review as it was then: others may have changed it since. */
  readonly change: { readonly before: ChangeDraft; readonly draft: ChangeDraft } | null;
}

/** Keeps it for the way to the consent page and back. */
export function keepWords(words: KeptWords): void {
  sessionStorage.setItem(KEY, JSON.stringify(words));
}

/** What was kept for this review; it stays until it is forgotten, since the way back may load the page twice. */
export function keptWords(reviewId: string): KeptWords | null {
  const text = sessionStorage.getItem(KEY);
  return text === null ? null : parseWords(text, reviewId);
}

/** Somebody confirmed or gave up. */
export function forgetWords(): void {
  sessionStorage.removeItem(KEY);
}

/** What was kept, from its text; null when it is not that, or of another review. */
export function parseWords(text: string, reviewId: string): KeptWords | null {
  const fields = fieldsOf(text);
  if (fields === null) return null;
  const { reason, change = null, reviewId: of } = fields;
  if (of !== reviewId || typeof reason !== "string") return null;
  return { reviewId, reason, change: isChange(change) ? change : null };
}

function isChange(value: unknown): value is NonNullable<KeptWords["change"]> {
  if (typeof value !== "object" || value === null) return false;
  const { before, draft } = value as Record<string, unknown>;
  return isDraft(before) && isDraft(draft);
}

function isDraft(value: unknown): value is ChangeDraft {
  if (typeof value !== "object" || value === null) return false;
  const { durations, endKind, endDate, occurrences } = value as Record<string, unknown>;
  return (
    Array.isArray(durations) &&
    durations.every((days) => typeof days === "number") &&
    typeof endKind === "string" &&
    typeof endDate === "string" &&
    typeof occurrences === "number"
  );
}
