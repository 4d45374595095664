const LEAST_BETWEEN_VERSIONS_MILLISECONDS = 400;

export interface FactsView<Facts> {
  /** Null: there are none. Undefined: they were not read yet. */
  readonly of: (id: string) => Facts | null | undefined;
}

/**
 * Facts about what is in view, read by id. One reading is under way at a time; earlier facts stay until the newer ones
 * are here, so that nothing blinks while their source grows.
 */
export class FactsWindow<Facts> {
  readonly #facts = new Map<string, Facts | null>();
  readonly #fresh = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #visible: readonly string[] = [];
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #view: FactsView<Facts> = { of: (id) => this.#facts.get(id) };

  constructor(
    private readonly read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Facts>>,
    private readonly onFailure: (cause: unknown) => void,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): FactsView<Facts> => this.#view;

  /** These are in view now. */
  show(ids: readonly string[]): void {
    this.#visible = ids;
    if (!this.#busy) void this.#work();
  }

  /** The source has changed. */
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
    this.#visible = [];
  }

  async #work(): Promise<void> {
    this.#busy = true;
    try {
      for (;;) {
        const ids = this.#visible.filter((id) => !this.#fresh.has(id));
        if (ids.length === 0) return;
        for (const id of ids) this.#fresh.add(id);
        const read = await this.read(ids);
        for (const id of ids) this.#facts.set(id, read.get(id) ?? null);
        this.#view = { of: (id) => this.#facts.get(id) };
        for (const listener of this.#listeners) listener();
      }
    } catch (cause) {
      this.onFailure(cause);
    } finally {
      this.#busy = false;
    }
  }
}
