import type { GuestQuery, GuestRow, Inventory, QueryAnswer } from "./inventory";

/** Rows of one window; the grid asks for a few windows at a time. */
export const WINDOW = 100;
const MOST_WINDOWS = 40;
const LEAST_BETWEEN_VERSIONS_MS = 250;

export interface GuestsView {
  /** Null until the first answer. */
  readonly answer: QueryAnswer | null;
  /** The row in that place; undefined while it is on its way. */
  readonly rowAt: (index: number) => GuestRow | undefined;
  /** Sets which rows are visible, both ends included. */
  readonly askFor: (first: number, last: number) => void;
  /** True while the answer on the screen is not to the query asked last. */
  readonly pending: boolean;
}

type Window = readonly GuestRow[] | "asked";
type Windows = Map<number, Window>;

/**
 * One grid's view of the inventory. One query runs at a time and only the latest one waits behind it. Rows of the
 * previous version stay until the new ones arrive, so that nothing flickers while the list grows.
 */
export class QueryView {
  #query: GuestQuery | null = null;
  #answered: GuestQuery | null = null;
  #answer: QueryAnswer | null = null;
  #windows: Windows = new Map();
  #before: Windows = new Map();
  #looked = { first: 0, last: WINDOW - 1 };
  #epoch = 0;
  #busy = false;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #listeners = new Set<() => void>();
  #snapshot: GuestsView;

  constructor(
    private readonly inventory: Pick<Inventory, "query" | "window">,
    private readonly onFailure: (cause: unknown) => void,
  ) {
    this.#snapshot = this.#view();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): GuestsView => this.#snapshot;

  ask(query: GuestQuery): void {
    if (this.#query !== null && same(query, this.#query)) return;
    this.#query = query;
    this.#changed();
    this.#refresh();
  }

  /** The inventory has another version. */
  outdated(): void {
    if (this.#query === null || this.#timer !== null) return;
    // The first rows do not wait; those after them come a few times a second.
    const nothingYet = (this.#answer?.total ?? 0) === 0;
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        this.#refresh();
      },
      nothingYet ? 0 : LEAST_BETWEEN_VERSIONS_MS,
    );
  }

  /** The view is not shown any more. */
  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#epoch += 1;
    this.#query = null;
  }

  #refresh(): void {
    this.#again = true;
    if (!this.#busy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    try {
      while (this.#again && this.#query !== null) {
        this.#again = false;
        await this.#askOnce(this.#query);
      }
    } catch (cause) {
      this.onFailure(cause);
    } finally {
      this.#busy = false;
    }
  }

  async #askOnce(query: GuestQuery): Promise<void> {
    const answer = await this.inventory.query(query);
    if (this.#query === null) return;
    const keeps = this.#answered !== null && same(query, this.#answered);
    this.#before = keeps ? both(this.#before, this.#windows) : new Map<number, Window>();
    this.#windows = new Map();
    this.#answered = query;
    this.#answer = answer;
    this.#epoch += 1;
    const { first, last } = this.#looked;
    this.#fetch(first, last);
    this.#changed();
  }

  #fetch(first: number, last: number): void {
    const total = this.#answer?.total ?? 0;
    const end = Math.min(last, total - 1);
    for (let at = Math.floor(Math.max(0, first) / WINDOW); at * WINDOW <= end; at += 1) {
      if (!this.#windows.has(at)) void this.#bring(at);
    }
  }

  async #bring(at: number): Promise<void> {
    const query = this.#answered;
    if (query === null) return;
    const epoch = this.#epoch;
    const windows = this.#windows;
    windows.set(at, "asked");
    try {
      const rows = await this.inventory.window(query, at * WINDOW, WINDOW);
      if (epoch !== this.#epoch) return;
      windows.set(at, rows);
      this.#forgetFar();
      this.#changed();
    } catch (cause) {
      windows.delete(at);
      this.onFailure(cause);
    }
  }

  #forgetFar(): void {
    const near = Math.floor(this.#looked.first / WINDOW);
    for (const windows of [this.#windows, this.#before]) {
      for (const at of windows.keys()) {
        if (Math.abs(at - near) > MOST_WINDOWS / 2) windows.delete(at);
      }
    }
  }

  #changed(): void {
    this.#snapshot = this.#view();
    for (const listener of this.#listeners) listener();
  }

  #view(): GuestsView {
    const answered = this.#answered;
    const pending = this.#query !== null && (answered === null || !same(this.#query, answered));
    return {
      answer: this.#answer,
      pending,
      rowAt: (index) => this.#rowAt(index),
      askFor: (first, last) => {
        this.#looked = { first, last };
        this.#fetch(first, last);
      },
    };
  }

  #rowAt(index: number): GuestRow | undefined {
    const at = Math.floor(index / WINDOW);
    const rows = this.#windows.get(at);
    if (rows !== undefined && rows !== "asked") return rows[index % WINDOW];
    const before = this.#before.get(at);
    return before === undefined || before === "asked" ? undefined : before[index % WINDOW];
  }
}

/** The older windows, and over them those of the newer that have arrived. */
function both(older: Windows, newer: Windows): Windows {
  return new Map([...older, ...[...newer].filter(([, rows]) => rows !== "asked")]);
}

function same(a: GuestQuery, b: GuestQuery): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
