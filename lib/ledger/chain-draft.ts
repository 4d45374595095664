import type { NewEntry } from "@/lib/contract/entries";
import type { Instant } from "@/lib/domain/time";
import { canonicalJson } from "./canonical-json";
import { newCard, type Person, type SaltedCard } from "./card";
import type { AppendRequest } from "./append-request";
import type { ChainState, Receipt, Recorded, RecordedDecision } from "./chain-state";
import { bodyOf, columnsOf } from "./entry-row";
import { ENTRY_VERSION, hashOf, type Link } from "./hash-chain";
import { LedgerError } from "./ledger-error";

export type DraftedEntry = Link & { readonly hash: string } & ReturnType<typeof columnsOf>;

/**
 * The links that will be added to a tenant's chain in one transaction. A request is drafted wholly or, when
 * something in it is refused, not at all.
 */
export class ChainDraft {
  readonly entries: DraftedEntry[] = [];
  readonly cards: SaltedCard[] = [];
  readonly #tenant: string;
  readonly #now: Instant;
  readonly #recorded: Map<string, Recorded>;
  readonly #decisions: Map<string, RecordedDecision>;
  readonly #cards = new Map<string, SaltedCard>();
  #head: { readonly seq: number; readonly hash: string };

  constructor(tenant: string, state: ChainState, now: Instant) {
    this.#tenant = tenant;
    this.#head = state.head;
    // A chain in which time runs backwards would be doubted, whichever server's clock was wrong.
    this.#now = Math.max(now, state.head.recordedAt);
    this.#recorded = new Map(state.entries);
    this.#decisions = new Map(state.decisions);
    for (const card of state.cards) this.#cards.set(keyOf(card), card);
  }

  /** Drafts one request and gives its receipts. */
  add({ actor, entries, cards }: AppendRequest): readonly Receipt[] {
    this.#refuse(actor.subjectId, entries);
    const people = new Map(cards.map((person) => [person.subjectId, person]));
    return entries.map((entry) => this.#append(entry, actor, people));
  }

  /** Everything is checked before anything is drafted. */
  #refuse(actorId: string, entries: readonly NewEntry[]): void {
    const own = new Map<string, string>();
    const decisions = new Map<string, RecordedDecision>();
    for (const [index, entry] of entries.entries()) {
      const field = `entries[${index}]`;
      const asked = canonicalJson(entry);
      const known = this.#recorded.get(entry.id);
      const same = known === undefined ? own.get(entry.id) : known.asked;
      if (same !== undefined) {
        if (same === asked && (known === undefined || known.actorId === actorId)) continue;
        throw new LedgerError("conflict", "Another entry has this id.", `${field}.id`);
      }
      const lookUp = (id: string) => decisions.get(id) ?? this.#decisions.get(id);
      refuseUnfounded(entry, field, lookUp);
      own.set(entry.id, asked);
      if (entry.kind === "decided") decisions.set(entry.decision.id, entry.decision);
    }
  }

  #append(entry: NewEntry, actor: Person, people: ReadonlyMap<string, Person>): Receipt {
    const known = this.#recorded.get(entry.id);
    if (known !== undefined) return { ...known.receipt, repeated: true };
    const columns = columnsOf(entry);
    const guest = entry.kind === "decided" ? people.get(entry.decision.guestId) : undefined;
    const link: Link = {
      v: ENTRY_VERSION,
      tenant: this.#tenant,
      seq: this.#head.seq + 1,
      id: entry.id,
      kind: entry.kind,
      recordedAt: this.#now,
      actorId: actor.subjectId,
      actorCard: this.#cardOf(actor).fingerprint,
      body: bodyOf(entry, guest === undefined ? null : this.#cardOf(guest).fingerprint),
      previous: this.#head.hash,
    };
    const hash = hashOf(link);
    const { id, seq, recordedAt } = link;
    const receipt: Receipt = { id, seq, hash, recordedAt, repeated: false };
    this.entries.push({ ...link, ...columns, hash });
    this.#head = { seq, hash };
    this.#recorded.set(id, {
      asked: canonicalJson(entry),
      actorId: actor.subjectId,
      receipt,
    });
    if (entry.kind === "decided") this.#decisions.set(entry.decision.id, entry.decision);
    return receipt;
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

/** What an entry refers to must be on the chain before it, and fit. */
function refuseUnfounded(
  entry: NewEntry,
  field: string,
  lookUp: (decisionId: string) => RecordedDecision | undefined,
): void {
  switch (entry.kind) {
    case "policy-set":
      return;
    case "decided":
      if (lookUp(entry.decision.id) !== undefined) {
        throw new LedgerError(
          "conflict",
          "This decision is recorded already.",
          `${field}.decision.id`,
        );
      }
      if (entry.decision.undoes !== null && lookUp(entry.decision.undoes) === undefined) {
        throw invalid("No such decision is recorded.", `${field}.decision.undoes`);
      }
      return;
    case "carried-out": {
      const decision = lookUp(entry.decisionId);
      if (decision === undefined)
        throw invalid("No such decision is recorded.", `${field}.decisionId`);
      if (decision.guestId !== entry.guestId) {
        throw invalid("The decision is about another guest.", `${field}.guestId`);
      }
      if (decision.kind === "keep") {
        throw invalid("A decision to keep has no outcome.", `${field}.decisionId`);
      }
    }
  }
}

function invalid(message: string, field: string): LedgerError {
  return new LedgerError("invalid", message, field);
}
