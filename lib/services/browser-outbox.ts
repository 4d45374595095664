import { createStore, delMany, entries, setMany } from "idb-keyval";
import type { Outbox } from "@/lib/runner/runner-services";
import { type EntryStore, type PlacedEntry, openOutbox } from "./outbox";

let store: EntryStore | undefined;
const outboxes = new Map<string, Outbox>();

/**
 * The outbox of one person in this browser: the same one for every caller in this tab. It outlives the tab; where the
 * browser has no IndexedDB, it ends with the page.
 */
export function browserOutbox(owner: {
  readonly tenantId: string;
  readonly userId: string;
}): Outbox {
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
