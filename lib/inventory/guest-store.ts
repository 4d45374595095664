import type { Guest } from "@/lib/domain/guest";
import type { Policy } from "@/lib/domain/policy";
import type { Instant } from "@/lib/domain/time";
import type { GuestCounts } from "@/lib/graph/guests/read-guests";
import type { GuestSeen } from "@/lib/graph/guests/read-sign-ins";
import { GuestColumns } from "./columns";
import type { GuestQuery, GuestRow, Neighbors, Overview, QueryAnswer } from "./inventory";
import { Judged } from "./judged";
import { Matcher } from "./matcher";
import { NamedSets } from "./named-sets";
import { Orders } from "./order";
import { overviewOf } from "./overview";
import { SearchIndex } from "./search";
import { select, type Selection } from "./select";

const NO_ROW = -1;

/** All guests read so far, judged and ready to be asked; each change makes a new version. */
export class GuestStore {
  readonly #columns = new GuestColumns();
  readonly #search = new SearchIndex(this.#columns);
  readonly #orders = new Orders(this.#columns, () => this.#judged);
  #judged: Judged;
  #last: { readonly key: string; readonly version: number; readonly selection: Selection } | null =
    null;

  constructor(
    policy: Policy,
    today: Instant,
    public version: number,
    private readonly sets = new NamedSets(),
  ) {
    this.#judged = new Judged(this.#columns, policy, today);
  }

  get size(): number {
    return this.#columns.present;
  }

  /** Whether nobody of either kind is missing. */
  hasAll(expected: GuestCounts): boolean {
    const members = this.#columns.countMembers();
    return members >= expected.member && this.#columns.present - members >= expected.guest;
  }

  get today(): Instant {
    return this.#judged.today;
  }

  get policy(): Policy {
    return this.#judged.policy;
  }

  /** Takes a page of guests; who came before is replaced, not doubled. */
  add(guests: readonly Guest[]): void {
    this.#putAll(guests);
    this.version += 1;
  }

  /** Takes a page of sign-ins; who is not in the list is passed over. */
  see(seen: readonly GuestSeen[]): void {
    for (const { id, lastSeen, lastAttemptAt } of seen) {
      const row = this.#columns.find(id);
      if (row === undefined) continue;
      this.#columns.see(row, lastSeen, lastAttemptAt);
      this.#judged.judge(row);
    }
    this.#orders.forgetJudgement();
    this.version += 1;
  }

  /** Sign-ins that are still unread will not be read: that is not "never". */
  giveUpSignIns(): void {
    for (let row = 0; row < this.#columns.rows; row += 1) {
      if (this.#columns.lastSeenAt(row).kind !== "unread") continue;
      this.#columns.see(row, { kind: "unreadable" }, null);
      this.#judged.judge(row);
    }
    this.#orders.forgetJudgement();
    this.version += 1;
  }

  judgeBy(policy: Policy, today: Instant): void {
    this.#judged = new Judged(this.#columns, policy, today);
    this.#judged.judgeAll();
    this.#orders.forgetJudgement();
    this.version += 1;
  }

  /** A guest read back without sign-ins keeps those known of them. */
  amend(guests: readonly Guest[], gone: readonly string[]): void {
    this.#putAll(guests.map((guest) => this.#withKnownSignIns(guest)));
    for (const id of gone) this.#columns.drop(id);
    this.version += 1;
  }

  setOf(name: string, ids: readonly string[] | null): void {
    this.sets.set(name, ids);
    this.version += 1;
  }

  answer(query: GuestQuery): QueryAnswer {
    const { rows, facets } = this.#select(query);
    const unknownSets = query.sets.filter((name) => !this.sets.has(name));
    return { version: this.version, total: rows.length, facets, unknownSets };
  }

  window(query: GuestQuery, offset: number, limit: number): readonly GuestRow[] {
    const rows = this.#select(query).rows.subarray(offset, offset + limit);
    return Array.from(rows, (row) => this.#judged.rowAt(row));
  }

  ids(query: GuestQuery): readonly string[] {
    return Array.from(this.#select(query).rows, (row) => this.#columns.ids[row] ?? "");
  }

  neighbors(query: GuestQuery, id: string): Neighbors | null {
    const { rows } = this.#select(query);
    const place = rows.indexOf(this.#columns.find(id) ?? NO_ROW);
    if (place < 0) return null;
    const idAt = (at: number) => this.#columns.ids[rows[at] ?? NO_ROW] ?? null;
    return { place, total: rows.length, previous: idAt(place - 1), next: idAt(place + 1) };
  }

  rows(ids: readonly string[]): readonly GuestRow[] {
    return ids
      .map((id) => this.#columns.find(id))
      .filter((row) => row !== undefined)
      .map((row) => this.#judged.rowAt(row));
  }

  overview(): Overview {
    return overviewOf(this.#columns, this.#judged, this.sets, this.version);
  }

  #withKnownSignIns(guest: Guest): Guest {
    const row = this.#columns.find(guest.id);
    const isKnown = guest.lastSeen.kind === "at" || guest.lastSeen.kind === "never";
    if (isKnown || row === undefined) return guest;
    const { lastSeen, lastAttemptAt } = this.#columns.guestAt(row);
    return { ...guest, lastSeen, lastAttemptAt };
  }

  #putAll(guests: readonly Guest[]): void {
    let renamed = false;
    for (const guest of guests) {
      const before = this.#columns.rows;
      const row = this.#columns.rowOf(guest.id);
      const name = row === undefined ? undefined : this.#columns.names[row];
      const at = this.#columns.put(guest);
      renamed ||= at < before && name !== guest.displayName;
      this.#judged.judge(at);
      this.#search.index(at);
    }
    // Only a new name of a known row undoes the costly order of names; new rows are merged into it.
    if (renamed) this.#orders.forgetAll();
    else this.#orders.forgetSorted();
  }

  /** The windows of one answer are cut from one selection. */
  #select(query: GuestQuery): Selection {
    const key = JSON.stringify(query);
    if (this.#last?.key === key && this.#last.version === this.version) return this.#last.selection;
    const order = this.#orders.by(query.sort.by);
    const hits = this.#search.hits(query.text);
    const matcher = new Matcher(query, this.#columns, this.#judged, this.sets);
    const selection = select(query, this.#columns, matcher, order, hits);
    this.#last = { key, version: this.version, selection };
    return selection;
  }
}
