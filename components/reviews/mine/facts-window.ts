import type { GuestRow, Inventory } from "@/lib/inventory/inventory";

const LEAST_BETWEEN_VERSIONS_MILLISECONDS = 400;

export interface FactsView {
  /** Null: the tab's list does not have this guest. Undefined: it was not asked yet. */
  readonly of: (guestId: string) => GuestRow | null | undefined;
}

/**
 * What the tab's list of guests knows of those in view. One question is under way at a time; what was known before
 * stays until the newer is here, so that nothing blinks while the list grows.
 */
export class FactsWindow {
  readonly #known = new Map<string, GuestRow | null>();
  readonly #fresh = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #wanted: readonly string[] = [];
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #view: FactsView = { of: (id) => this.#known.get(id) };

  constructor(
    private readonly inventory: Pick<Inventory, "rows">,
    private readonly onFailure: (cause: unknown) => void,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): FactsView => this.#view;

  /** These are looked at now. */
  look(guestIds: readonly string[]): void {
    this.#wanted = guestIds;
    if (!this.#busy) void this.#work();
  }

  /** The list has changed. */
  outdated(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#fresh.clear();
      if (!this.#busy) void this.#work();
    }, LEAST_BETWEEN_VERSIONS_MILLISECONDS);
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#wanted = [];
  }

  async #work(): Promise<void> {
    this.#busy = true;
    try {
      for (;;) {
        const ids = this.#wanted.filter((id) => !this.#fresh.has(id));
        if (ids.length === 0) return;
        for (const id of ids) this.#fresh.add(id);
        const rows = await this.inventory.rows(ids);
        const found = new Map(rows.map((row) => [row.guest.id, row]));
        for (const id of ids) this.#known.set(id, found.get(id) ?? null);
        this.#view = { of: (id) => this.#known.get(id) };
        for (const listener of this.#listeners) listener();
      }
    } catch (cause) {
      this.onFailure(cause);
    } finally {
      this.#busy = false;
    }
  }
}
