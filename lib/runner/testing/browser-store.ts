import type { EntryStore, PlacedEntry } from "@/lib/services/outbox";
import type { TenantBorder } from "./tenant-border";

/** What one browser keeps beyond its tabs, for all accounts that sign in to it. */
export class BrowserStore implements EntryStore {
  readonly #stored = new Map<string, PlacedEntry>();

  constructor(private readonly border: TenantBorder) {}

  setMany(entries: readonly (readonly [string, PlacedEntry])[]): Promise<void> {
    for (const [key, entry] of entries) {
      // The key begins with the tenant of the account whose outbox it is.
      this.border.see("outbox item", key.split(".")[0] ?? "", key + JSON.stringify(entry));
      this.#stored.set(key, entry);
    }
    return Promise.resolve();
  }

  delMany(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#stored.delete(key);
    return Promise.resolve();
  }

  entries(): Promise<readonly (readonly [string, unknown])[]> {
    return Promise.resolve(
      // As IndexedDB does it: by their keys.
      [...this.#stored].sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  }
}
