import { numberText } from "@/lib/domain/number-text";
import { fieldsOf } from "@/components/ui/fields-of";

const keyOf = (account: string) => `guestlist.catch-all.${account}`;

/** What somebody had written and planned when they had to leave the page for consent: words and ids, no names. */
export interface KeptCatchAll {
  readonly reason: string;
  /** The group that was made just before; null while there was none. */
  readonly groupId: string | null;
  /** Whom the plan was about. */
  readonly guestIds: readonly string[];
}

/** Keeps it for the way to the consent page and back. */
export function keepCatchAll(account: string, kept: KeptCatchAll): void {
  sessionStorage.setItem(keyOf(account), JSON.stringify(kept));
}

/** What this account had been at in this tab; it stays until it is forgotten, since the way back may load twice. */
export function keptCatchAll(account: string): KeptCatchAll | null {
  const text = sessionStorage.getItem(keyOf(account));
  return text === null ? null : parseCatchAll(text);
}

/** Somebody confirmed or gave up. */
export function forgetCatchAll(account: string): void {
  sessionStorage.removeItem(keyOf(account));
}

/** What was kept, from its text; null when it is not that. */
export function parseCatchAll(text: string): KeptCatchAll | null {
  const fields = fieldsOf(text);
  if (fields === null) return null;
  const { reason, groupId = null, guestIds } = fields;
  if (typeof reason !== "string" || !(groupId === null || typeof groupId === "string")) return null;
  if (!Array.isArray(guestIds) || !guestIds.every((id) => typeof id === "string")) return null;
  return { reason, groupId, guestIds };
}

const guests = (count: number) => (count === 1 ? "1 guest" : `${numberText(count)} guests`);

/** In what a plan differs from the one that was left for consent; null when it is the same. */
export function sinceWords(before: readonly string[], now: readonly string[]): string | null {
  const [earlier, later] = [new Set(before), new Set(now)];
  const more = now.filter((id) => !earlier.has(id)).length;
  const fewer = before.filter((id) => !later.has(id)).length;
  const parts = [
    ...(more > 0 ? [`${guests(more)} more`] : []),
    ...(fewer > 0 ? [`${guests(fewer)} fewer`] : []),
  ];
  return parts.length === 0 ? null : `The map was read again since you left: ${parts.join(", ")}.`;
}
