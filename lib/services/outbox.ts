import { type NewEntry, outboxEntry } from "@/lib/contract/entries";
import type { Outbox } from "@/lib/runner/runner-services";
import { createStore, delMany, entries, setMany } from "idb-keyval";

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

/** An outbox that also shows what it cannot give back. */
export interface BrowserOutbox extends Outbox {
  /** What is stored for this person and this version cannot read, as it is stored: another version wrote it. */
  unreadable(): Promise<readonly unknown[]>;
}

/**
 * The outbox of one person in this browser. It holds ids and results, no name and no mail. Entries added in one
 * microtask are written in one transaction, since a thousand transactions would block the page. A failing store loses
 * nothing while the tab is open; afterwards, operations without an outcome are resolved by reading.
 */
export function openOutbox(
  store: EntryStore,
  owner: { readonly tenantId: string; readonly userId: string },
): BrowserOutbox {
  const prefix = `${owner.tenantId}.${owner.userId}.`;
  const here = new Map<string, PlacedEntry>();
  let unwritten: PlacedEntry[] = [];
  let last = 0;
  const write = () => {
    const entries = unwritten.map((placed) => [prefix + placed.entry.id, placed] as const);
    unwritten = [];
    store.setMany(entries).catch(() => undefined);
  };
  const stored = async () =>
    (await store.entries().catch(() => []))
      .filter(([key]) => key.startsWith(prefix))
      .map(([, value]) => value);
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
      const ours = (await stored()).flatMap(placedFrom);
      const byId = new Map([...ours, ...here.values()].map((each) => [each.entry.id, each]));
      return [...byId.values()]
        .sort((one, other) => one.place - other.place)
        .map(({ entry }) => entry);
    },
    async unreadable() {
      return (await stored()).filter((value) => placedFrom(value).length === 0);
    },
  };
}

/** Nothing where this version cannot read it. */
function placedFrom(value: unknown): readonly PlacedEntry[] {
  const parsed = outboxEntry.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}

let store: EntryStore | undefined;
const outboxes = new Map<string, BrowserOutbox>();

/**
 * The outbox of one person in this browser: the same one for every caller in this tab. It outlives the tab; where the
 * browser has no IndexedDB, it ends with the page.
 */
export function browserOutbox(owner: {
  readonly tenantId: string;
  readonly userId: string;
}): BrowserOutbox {
  store ??= typeof indexedDB === "undefined" ? memoryStore() : indexedDbStore();
  const key = `${owner.tenantId}.${owner.userId}`;
  const outbox = outboxes.get(key) ?? openOutbox(store, owner);
  outboxes.set(key, outbox);
  return outbox;
}

/** https://developer.mozilla.org/docs/Web/API/IndexedDB_API */
function indexedDbStore(): EntryStore {
  const store = createStore("guestlist", "outbox");
  return {
    setMany: (added) => setMany(added as [string, PlacedEntry][], store),
    delMany: (keys) => delMany([...keys], store),
    entries: () => entries<string, unknown>(store),
  };
}

function memoryStore(): EntryStore {
  const stored = new Map<string, PlacedEntry>();
  return {
    setMany: (added) => {
      for (const [key, entry] of added) stored.set(key, entry);
      return Promise.resolve();
    },
    delMany: (keys) => {
      for (const key of keys) stored.delete(key);
      return Promise.resolve();
    },
    entries: () => Promise.resolve([...stored]),
  };
}
