import type { GuestColumns } from "./columns";
import type { SortKey } from "./inventory";
import type { Judged } from "./judged";
import { byInstant } from "./by-instant";
import { merged } from "./merged";

/** Rows from first to last; those after `known` have nothing to be sorted by and stay last either way. */
export interface Order {
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly known: number;
}

// Without options the engine may take its fast path.
const collator = new Intl.Collator();

/** Sorted once a key and kept until what it sorts by changes; new rows are merged into the names' order. */
export class Orders {
  readonly #orders = new Map<SortKey, Order>();
  #names: Uint32Array<ArrayBuffer> = new Uint32Array(0);

  constructor(
    private readonly columns: GuestColumns,
    private readonly judged: () => Judged,
  ) {}

  /** Known rows were changed: names too. */
  forgetAll(): void {
    this.#names = new Uint32Array(0);
    this.#orders.clear();
  }

  /** Rows were added at the end. */
  forgetSorted(): void {
    this.#orders.clear();
  }

  /** Only sign-ins or standings were changed. */
  forgetJudgement(): void {
    this.#orders.delete("last-seen");
    this.#orders.delete("standing");
  }

  by(key: SortKey): Order {
    const cached = this.#orders.get(key);
    if (cached !== undefined) return cached;
    const order = this.#sorted(key);
    this.#orders.set(key, order);
    return order;
  }

  #sorted(key: SortKey): Order {
    const { columns } = this;
    switch (key) {
      case "name":
        return untilEmpty(this.#byName(), columns.names);
      case "mail":
        return this.#byText((row) => columns.mails[row] ?? "");
      case "sponsor":
        return this.#byText((row) => columns.sponsors[row]?.[0]?.displayName ?? "");
      case "partner": {
        const { ranks, none } = ranked(columns.partners.words());
        return this.#byRank(ranks.length, (row) => ranks[columns.partner[row] ?? 0] ?? 0, none);
      }
      case "identity":
        return this.#byRank(16, (row) => columns.identities[row] ?? 0, -1);
      case "standing": {
        const { kinds } = this.judged();
        return this.#byRank(16, (row) => kinds[row] ?? 0, -1);
      }
      case "last-seen":
        return this.#byInstant((row) => columns.seenAt[row] ?? NaN);
      case "created":
        return this.#byInstant((row) => columns.createdAt[row] ?? NaN);
      case "pending-since":
        return this.#byInstant((row) =>
          columns.redemption[row] === PENDING ? (columns.redemptionAt[row] ?? NaN) : NaN,
        );
    }
  }

  /** Names that begin with a symbol come after the others, and who has no name comes last. */
  #byName(): Uint32Array<ArrayBuffer> {
    const { names, nameRanks, rows } = this.columns;
    const before = this.#names;
    if (before.length === rows) return before;
    const compare = (a: number, b: number) =>
      (nameRanks[a] ?? 0) - (nameRanks[b] ?? 0) ||
      collator.compare(names[a] ?? "", names[b] ?? "") ||
      a - b;
    const added = Uint32Array.from({ length: rows - before.length }, (_, at) => before.length + at);
    this.#names = merged(before, added.sort(compare), compare);
    return this.#names;
  }

  /** Equal ranks stay in the order of names; rank `none` goes last. */
  #byRank(ranks: number, rankOf: (row: number) => number, none: number): Order {
    const names = this.#byName();
    const starts = new Uint32Array(ranks + 1);
    const place = (row: number) => {
      const rank = rankOf(row);
      return rank === none ? ranks : rank;
    };
    for (const row of names) starts[place(row)] = (starts[place(row)] ?? 0) + 1;
    let sum = 0;
    for (let rank = 0; rank <= ranks; rank += 1) {
      const count = starts[rank] ?? 0;
      starts[rank] = sum;
      sum += count;
    }
    const known = starts[ranks] ?? 0;
    const rows = new Uint32Array(names.length);
    for (const row of names) {
      const at = starts[place(row)] ?? 0;
      rows[at] = row;
      starts[place(row)] = at + 1;
    }
    return { rows, known };
  }

  #byText(textOf: (row: number) => string): Order {
    const names = this.#byName();
    const known = names.filter((row) => textOf(row) !== "");
    known.sort((a, b) => collator.compare(textOf(a), textOf(b)) || a - b);
    return withRest(
      known,
      names.filter((row) => textOf(row) === ""),
    );
  }

  #byInstant(instantOf: (row: number) => number): Order {
    const names = this.#byName();
    const known = names.filter((row) => !Number.isNaN(instantOf(row)));
    return withRest(
      byInstant(known, instantOf),
      names.filter((row) => Number.isNaN(instantOf(row))),
    );
  }
}

const PENDING = 1;

/** Those without a name are the last rows. */
function untilEmpty(rows: Uint32Array<ArrayBuffer>, names: readonly string[]): Order {
  let known = rows.length;
  while (known > 0 && names[rows[known - 1] ?? 0] === "") known -= 1;
  return { rows, known };
}

function withRest(known: Uint32Array, rest: Uint32Array): Order {
  const rows = new Uint32Array(known.length + rest.length);
  rows.set(known);
  rows.set(rest, known.length);
  return { rows, known: known.length };
}

/** Each word's place in the alphabet, and the place of the empty word. */
function ranked(words: readonly string[]): { ranks: Uint32Array; none: number } {
  const sorted = words.map((word, number) => ({ word, number }));
  sorted.sort((a, b) => collator.compare(a.word, b.word) || a.number - b.number);
  const ranks = new Uint32Array(words.length);
  sorted.forEach(({ number }, rank) => (ranks[number] = rank));
  const empty = words.indexOf("");
  return { ranks, none: empty < 0 ? -1 : (ranks[empty] ?? -1) };
}
