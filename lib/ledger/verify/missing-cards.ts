import { textOfBody } from "../entry-content";
import { bodyFromDatabase } from "../entry-row";
import type { StoredEntry } from "../stored-entry";

/** Who would have to be erased for it to be gone, and the last entry that refers to it. */
interface Reference {
  readonly people: readonly string[];
  readonly seq: number;
  readonly v: number;
}

/** Since this version of entries an erasing is always recorded with them. */
const RECORDS_ERASING = 2;

/** Cards and texts: which ones entries refer to, which are there, and whose erasing is recorded. */
export class MissingCards {
  readonly #cards = new Map<string, Reference>();
  readonly #texts = new Map<string, Reference>();
  /** By a person's id, the last entry that records that they were erased, and how many cards all of them took away. */
  readonly #erasures = new Map<string, { readonly seq: number; readonly cards: number }>();
  #isClosed = false;
  #foundCards = 0;
  #foundTexts = 0;

  /** Takes note of what an entry refers to. */
  refer(entry: StoredEntry): void {
    const { seq, v, actorId, actorCard } = entry;
    const body = bodyFromDatabase(entry.body as Parameters<typeof bodyFromDatabase>[0]);
    if ("personId" in body) {
      const before = this.#erasures.get(body.personId)?.cards ?? 0;
      this.#erasures.set(body.personId, { seq, cards: before + body.cards });
    }
    if (this.#isClosed) return;
    this.#cards.set(actorCard, { people: [actorId], seq, v });
    if ("guestCard" in body && body.guestCard !== null) {
      const people = entry.guestId === null ? [] : [entry.guestId];
      this.#cards.set(body.guestCard, { people, seq, v });
    }
    const text = textOfBody(body);
    if (text !== null && "result" in body) {
      const { guestId, reviewedBy } = body.result;
      const people = [guestId, reviewedBy].flatMap((id) => id?.toLowerCase() ?? []);
      this.#texts.set(text, { people, seq, v });
    }
  }

  /** From now on cards and texts are looked for: what later entries refer to may be newer than those. */
  close(): void {
    this.#isClosed = true;
  }

  foundCard(fingerprint: string): void {
    this.#foundCards += 1;
    this.#cards.delete(fingerprint);
  }

  foundText(fingerprint: string): void {
    this.#foundTexts += 1;
    this.#texts.delete(fingerprint);
  }

  /** A person of whom something is gone, though no entry says so and one would. */
  deletedOf(): string | null {
    const unrecorded = this.#unrecorded().find(({ v }) => v >= RECORDS_ERASING);
    return unrecorded?.people[0] ?? this.#moreGoneThanErased();
  }

  /** A person of whom more cards are gone than their erasures took away: some were deleted before. */
  #moreGoneThanErased(): string | null {
    const gone = new Map<string, number>();
    for (const { people, v } of this.#cards.values()) {
      const [person] = people;
      if (person !== undefined && v >= RECORDS_ERASING) {
        gone.set(person, (gone.get(person) ?? 0) + 1);
      }
    }
    const found = [...gone].find(([id, count]) => count > (this.#erasures.get(id)?.cards ?? count));
    return found?.[0] ?? null;
  }

  #unrecorded(): readonly Reference[] {
    return [...this.#cards.values(), ...this.#texts.values()].filter(
      ({ people, seq }) => !people.some((id) => (this.#erasures.get(id)?.seq ?? 0) > seq),
    );
  }

  /** What is there, and what is gone. */
  counts() {
    const gone = [...this.#cards.values(), ...this.#texts.values()];
    const unrecorded = this.#unrecorded();
    return {
      cards: this.#foundCards,
      texts: this.#foundTexts,
      erased: gone.length,
      erasedUnrecorded: unrecorded.length,
    };
  }
}
