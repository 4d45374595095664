import { fieldsOf } from "@/components/ui/fields-of";

/** A plan that somebody was about to take back when they had to leave the page to give consent: its id and words. */
export interface KeptUndo {
  readonly planId: string;
  readonly reason: string;
}

const KEY = "guestlist.undo";

/** Keeps it for the way to the consent page and back. */
export function keepUndo(kept: KeptUndo): void {
  sessionStorage.setItem(KEY, JSON.stringify(kept));
}

/** Somebody confirmed or gave up. */
export function forgetUndo(): void {
  sessionStorage.removeItem(KEY);
}

/** What was kept; it stays until it is forgotten, since the way back may load the page twice. */
export function keptUndo(): KeptUndo | null {
  const text = sessionStorage.getItem(KEY);
  const fields = text === null ? null : fieldsOf(text);
  if (typeof fields?.planId !== "string" || typeof fields.reason !== "string") return null;
  return { planId: fields.planId, reason: fields.reason };
}
