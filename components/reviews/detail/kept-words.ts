import { fieldsOf } from "@/components/ui/fields-of";
import { tabKey, type TabOwner } from "@/lib/services/tab-key";
import type { ChangeDraft } from "./change-draft";

const keyOf = (me: TabOwner) => tabKey("review.asked", me);

/** What somebody had written when they had to leave the page for consent: words and ids, no names. */
export interface KeptWords {
  readonly reviewId: string;
  readonly reason: string;
  /** A change that was being written, and the review as it was then: others may have changed it since. */
  readonly change: { readonly before: ChangeDraft; readonly draft: ChangeDraft } | null;
}

/** Keeps it for the way to the consent page and back of this account. */
export function keepWords(me: TabOwner, words: KeptWords): void {
  sessionStorage.setItem(keyOf(me), JSON.stringify(words));
}

/** What this account kept for this review; it stays until it is forgotten, since the way back may load the page twice. */
export function keptWords(me: TabOwner, reviewId: string): KeptWords | null {
  const text = sessionStorage.getItem(keyOf(me));
  return text === null ? null : parseWords(text, reviewId);
}

/** Somebody confirmed or gave up. */
export function forgetWords(me: TabOwner): void {
  sessionStorage.removeItem(keyOf(me));
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
