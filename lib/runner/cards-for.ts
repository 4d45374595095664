import type { Card } from "@/lib/contract/entries";

interface Named {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string | null;
}

/** Names and mails of guests, one card each, apart from what is recorded about them. */
export function cardsFor(guests: readonly (Named | null)[]): Card[] {
  const cards = new Map<string, Card>();
  for (const guest of guests) {
    // An empty card would tell nothing, and could overwrite a full one.
    if (guest === null || (guest.displayName === "" && guest.mail === null)) continue;
    const mail = guest.mail === null ? null : guest.mail.slice(0, 320);
    const displayName = guest.displayName.slice(0, 2_048);
    cards.set(guest.id, { subjectId: guest.id, displayName, mail });
  }
  return [...cards.values()];
}
