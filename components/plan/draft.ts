import { fieldsOf } from "@/components/ui/fields-of";
import { tabKey, type TabOwner } from "@/lib/services/tab-key";
import { GUEST_OPERATION_KINDS, type GuestOperationKind } from "@/lib/domain/operation";

/** What somebody was about to decide when they had to leave the page to give consent: ids and words, no names. */
export interface Draft {
  /** Which bar of the page it was begun at. */
  readonly bar: string;
  readonly kind: GuestOperationKind;
  readonly ids: readonly string[];
  readonly reason: string;
}

const keyOf = (me: TabOwner) => tabKey("draft", me);

/** Keeps a draft for the way to the consent page and back of this account. */
export function keepDraft(me: TabOwner, draft: Draft): void {
  sessionStorage.setItem(keyOf(me), JSON.stringify(draft));
}

/** The draft that this account began at this bar; it stays until it is forgotten. */
export function keptDraft(me: TabOwner, bar: string): Draft | null {
  const text = sessionStorage.getItem(keyOf(me));
  const draft = text === null ? null : parseDraft(text);
  return draft?.bar === bar ? draft : null;
}

/** Somebody confirmed or gave up. */
export function forgetDraft(me: TabOwner): void {
  sessionStorage.removeItem(keyOf(me));
}

/** A draft from what was kept; null when it is not one. */
export function parseDraft(text: string): Draft | null {
  const fields = fieldsOf(text);
  if (fields === null) return null;
  const { bar, kind, ids, reason } = fields;
  const known = GUEST_OPERATION_KINDS.find((name) => name === kind);
  const listed = Array.isArray(ids) && ids.every((id): id is string => typeof id === "string");
  if (typeof bar !== "string" || typeof reason !== "string" || !known || !listed) return null;
  return { bar, kind: known, ids, reason };
}
