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
    // A card without a name and a mail would say nothing, or overwrite one that says something.
    if (guest === null || (guest.displayName === "" && guest.mail === null)) continue;
    const mail = guest.mail === null ? null : guest.mail.slice(0, 320);
    const displayName = guest.displayName.slice(0, 2_048);
    cards.set(guest.id, { subjectId: guest.id, displayName, mail });
  }
  return [...cards.values()];
}
