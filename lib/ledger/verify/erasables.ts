import { bodyFromDatabase, textOfBody } from "../entry-row";
import type { StoredEntry } from "../stored-entry";

/** Who would have to be erased for it to be gone, and the last entry that refers to it. */
interface Reference {
  readonly people: readonly string[];
  readonly seq: number;
}

/** Cards and texts: which ones entries refer to, which are there, and whose erasing is recorded. */
export class Erasables {
  readonly #cards = new Map<string, Reference>();
  readonly #texts = new Map<string, Reference>();
  /** By a person's id, the last entry that records that they were erased. */
  readonly #erasures = new Map<string, number>();
  #foundCards = 0;
  #foundTexts = 0;

  /** Takes note of what an entry refers to. */
  refer(entry: StoredEntry): void {
    const { seq, actorId, actorCard } = entry;
    const body = bodyFromDatabase(entry.body as Parameters<typeof bodyFromDatabase>[0]);
    this.#cards.set(actorCard, { people: [actorId], seq });
    if ("guestCard" in body && body.guestCard !== null) {
      const people = entry.guestId === null ? [] : [entry.guestId];
      this.#cards.set(body.guestCard, { people, seq });
    }
    const text = textOfBody(body);
    if (text !== null && "result" in body) {
      const { guestId, reviewedBy } = body.result;
      const people = [guestId, reviewedBy].flatMap((id) => id?.toLowerCase() ?? []);
      this.#texts.set(text, { people, seq });
    }
    if ("personId" in body) this.#erasures.set(body.personId, seq);
  }

  foundCard(fingerprint: string): void {
    this.#foundCards += 1;
    this.#cards.delete(fingerprint);
  }

  foundText(fingerprint: string): void {
    this.#foundTexts += 1;
    this.#texts.delete(fingerprint);
  }

  /** What is there, and what is gone. */
  counts() {
    const gone = [...this.#cards.values(), ...this.#texts.values()];
    const unrecorded = gone.filter(
      ({ people, seq }) => !people.some((id) => (this.#erasures.get(id) ?? 0) > seq),
    );
    return {
      cards: this.#foundCards,
      texts: this.#foundTexts,
      erased: gone.length,
      erasedUnrecorded: unrecorded.length,
    };
  }
}
