import type { GuestColumns } from "./columns";

/** Who belongs to which set, as the page says: what the list itself does not know, such as roles and groups. */
export class NamedSets {
  readonly #ids = new Map<string, readonly string[]>();

  /** Null takes the set away. */
  set(name: string, ids: readonly string[] | null): void {
    if (ids === null) this.#ids.delete(name);
    else this.#ids.set(name, ids);
  }

  has(name: string): boolean {
    return this.#ids.has(name);
  }

  clear(): void {
    this.#ids.clear();
  }

  /** A mark for each row that is in the set; nobody is in one that is not known. */
  marks(name: string, columns: GuestColumns): Uint8Array {
    const marks = new Uint8Array(columns.rows);
    for (const id of this.#ids.get(name) ?? []) {
      const row = columns.find(id);
      if (row !== undefined) marks[row] = 1;
    }
    return marks;
  }

  /** How many guests of the list are in each set. */
  counts(columns: GuestColumns): Readonly<Record<string, number>> {
    return Object.fromEntries(
      [...this.#ids.keys()].map((name) => [
        name,
        this.marks(name, columns).reduce((sum, mark) => sum + mark, 0),
      ]),
    );
  }
}
