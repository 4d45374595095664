import type { NewEntry } from "@/lib/contract/entries";
import type { Outbox } from "@/lib/runner/runner-services";

/** An entry with its place among those of this browser: a store gives them back in the order of their random ids. */
export interface PlacedEntry {
  readonly entry: NewEntry;
  /** Grows with each entry of a tab, and between tabs by the browser's clock. Only the order depends on it. */
  readonly place: number;
}

/** Where a browser keeps entries beyond the tab; each call is one transaction, in the order of the calls. */
export interface EntryStore {
  setMany(entries: readonly (readonly [string, PlacedEntry])[]): Promise<void>;
  delMany(keys: readonly string[]): Promise<void>;
  entries(): Promise<readonly (readonly [string, unknown])[]>;
}

/**
 * The outbox of one person in this browser. It holds ids and results, no name and no mail. Entries added in one
 * microtask are written in one transaction, since a thousand transactions would block the page. A failing store loses
 * nothing while the tab is open; afterwards, operations without an outcome are resolved by reading.
 */
export function openOutbox(
  store: EntryStore,
  owner: { readonly tenantId: string; readonly userId: string },
): Outbox {
  const prefix = `${owner.tenantId}.${owner.userId}.`;
  const here = new Map<string, PlacedEntry>();
  let unwritten: PlacedEntry[] = [];
  let last = 0;
  const write = () => {
    const entries = unwritten.map((placed) => [prefix + placed.entry.id, placed] as const);
    unwritten = [];
    store.setMany(entries).catch(() => undefined);
  };
  return {
    keep(entry) {
      last = Math.max(last + 1, Date.now());
      const placed = { entry, place: last };
      here.set(entry.id, placed);
      if (unwritten.length === 0) queueMicrotask(write);
      unwritten.push(placed);
    },
    drop(entryIds) {
      for (const id of entryIds) here.delete(id);
      // What was added in the same microtask is written first.
      queueMicrotask(() => {
        store.delMany(entryIds.map((id) => prefix + id)).catch(() => undefined);
      });
    },
    async all() {
      const stored = await store.entries().catch(() => []);
      const ours = stored.flatMap(([key, value]) =>
        key.startsWith(prefix) ? placedFrom(value) : [],
      );
      const byId = new Map([...ours, ...here.values()].map((each) => [each.entry.id, each]));
      return [...byId.values()]
        .sort((one, other) => one.place - other.place)
        .map(({ entry }) => entry);
    },
  };
}

/** Entries of an earlier version have no place: they are older than the rest. */
function placedFrom(value: unknown): readonly PlacedEntry[] {
  const isPlaced = typeof value === "object" && value !== null && "place" in value;
  const { entry, place } = isPlaced ? (value as PlacedEntry) : { entry: value, place: 0 };
  return outcomeFrom(entry).map((each) => ({ entry: each, place }));
}

/** The ledger checks every field again, so it is enough that this is an outcome. */
function outcomeFrom(value: unknown): readonly NewEntry[] {
  if (typeof value !== "object" || value === null || !("id" in value) || !("kind" in value))
    return [];
  if (value.kind !== "carried-out") return [];
  if (!("decisionId" in value)) return [value as NewEntry];
  // As an earlier version of the page has kept it.
  const { decisionId: operationId, ...outcome } = value;
  return [{ ...outcome, operationId } as unknown as NewEntry];
}
