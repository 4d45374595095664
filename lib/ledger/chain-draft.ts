import type { NewEntry } from "@/lib/contract/entries";
import type { Instant } from "@/lib/domain/time";
import { canonicalJson, ENTRY_VERSION, hashOf, type Link } from "./hash-chain";
import { newCard, newText, type Person, type SaltedCard, type SaltedText } from "./card";
import type { AppendRequest } from "./append-request";
import type { ChainState, Receipt, Recorded } from "./chain-state";
import { contentOfNew, textOf } from "./entry-content";
import { bodyOf, cardedGuestOf, columnsOf } from "./entry-row";
import { judgeRequest } from "./judge-request";
import { factsOf, FactsWith } from "./recorded-facts";

export type DraftedEntry = Link & { readonly hash: string } & ReturnType<typeof columnsOf>;

/**
 * The links that will be added to a tenant's chain in one transaction. A request is drafted wholly or, when
 * something in it is refused, not at all.
 */
export class ChainDraft {
  readonly entries: DraftedEntry[] = [];
  readonly cards: SaltedCard[] = [];
  readonly texts: SaltedText[] = [];
  readonly #tenant: string;
  readonly #now: Instant;
  readonly #recorded: Map<string, Recorded>;
  readonly #facts: FactsWith;
  readonly #cards = new Map<string, SaltedCard>();
  #head: { readonly seq: number; readonly hash: string };

  /** `now` is the instant that all of its entries carry, as `recordingTime` has it. */
  constructor(tenant: string, state: ChainState, now: Instant) {
    this.#tenant = tenant;
    this.#head = state.head;
    this.#now = now;
    this.#recorded = new Map(state.entries);
    this.#facts = new FactsWith(factsOf(state));
    for (const card of state.cards) this.#cards.set(keyOf(card), card);
  }

  /** Whether an entry of this id is recorded or drafted already. */
  has(id: string): boolean {
    return this.#recorded.has(id);
  }

  /** Drafts one request and gives its receipts. */
  add(request: AppendRequest): readonly Receipt[] {
    const { actor, mayOperate, entries, cards } = request;
    const [tenant, known, facts] = [this.#tenant, this.#recorded, this.#facts];
    // Everything is checked before anything is drafted.
    judgeRequest(entries, { actorId: actor.subjectId, mayOperate, tenant, known, facts });
    const people = new Map(cards.map((person) => [person.subjectId, person]));
    return entries.map((entry) => this.#append(entry, actor, people));
  }

  #append(entry: NewEntry, actor: Person, people: ReadonlyMap<string, Person>): Receipt {
    const known = this.#recorded.get(entry.id);
    if (known !== undefined) return { ...known.receipt, repeated: true };
    const guest = people.get(cardedGuestOf(entry) ?? "");
    const text = this.#textOf(entry);
    const body = bodyOf(entry, guest === undefined ? null : this.#cardOf(guest).fingerprint, text);
    const link: Link = {
      v: ENTRY_VERSION,
      tenant: this.#tenant,
      seq: this.#head.seq + 1,
      id: entry.id,
      kind: entry.kind,
      recordedAt: this.#now,
      actorId: actor.subjectId,
      actorCard: this.#cardOf(actor).fingerprint,
      body,
      previous: this.#head.hash,
    };
    const hash = hashOf(link);
    const { id, seq, recordedAt } = link;
    const receipt: Receipt = { id, seq, hash, recordedAt, repeated: false };
    this.entries.push({ ...link, ...columnsOf(body), hash });
    this.#head = { seq, hash };
    this.#recorded.set(id, {
      content: contentOfNew(entry),
      actorId: actor.subjectId,
      receipt,
    });
    this.#facts.add(entry, actor.subjectId);
    return receipt;
  }

  /** The fingerprint of what the entry refers to that may be erased. */
  #textOf(entry: NewEntry): string | null {
    const words = textOf(entry);
    if (words === null) return null;
    const text = newText(words);
    this.texts.push(text);
    return text.fingerprint;
  }

  /** The card that says exactly this of the person, or a new one. */
  #cardOf(person: Person): SaltedCard {
    const key = keyOf(person);
    const known = this.#cards.get(key);
    if (known !== undefined) return known;
    const card = newCard(person);
    this.#cards.set(key, card);
    this.cards.push(card);
    return card;
  }
}

function keyOf({ subjectId, displayName, mail }: Person): string {
  return canonicalJson([subjectId, displayName, mail]);
}
