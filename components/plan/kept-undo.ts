import { fieldsOf } from "@/components/ui/fields-of";
import { tabKey, type TabOwner } from "@/lib/services/tab-key";

/** A plan that somebody was about to take back when they had to leave the page to give consent: its id and words. */
export interface KeptUndo {
  readonly planId: string;
  readonly reason: string;
}

const keyOf = (me: TabOwner) => tabKey("undo", me);

/** Keeps it for the way to the consent page and back of this account. */
export function keepUndo(me: TabOwner, kept: KeptUndo): void {
  sessionStorage.setItem(keyOf(me), JSON.stringify(kept));
}

/** Somebody confirmed or gave up. */
export function forgetUndo(me: TabOwner): void {
  sessionStorage.removeItem(keyOf(me));
}

/** What this account kept; it stays until it is forgotten, since the way back may load the page twice. */
export function keptUndo(me: TabOwner): KeptUndo | null {
  const text = sessionStorage.getItem(keyOf(me));
  const fields = text === null ? null : fieldsOf(text);
  if (typeof fields?.planId !== "string" || typeof fields.reason !== "string") return null;
  return { planId: fields.planId, reason: fields.reason };
}
