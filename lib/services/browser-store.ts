import { createStore, delMany, entries, setMany } from "idb-keyval";
import type { NewEntry } from "@/lib/contract/entries";
import type { EntryStore } from "./outbox";

let opened: EntryStore | undefined;

/** The store of this browser, which outlives the tab; where it has no IndexedDB, one that ends with the page. */
export function browserStore(): EntryStore {
  opened ??= typeof indexedDB === "undefined" ? memoryStore() : indexedDbStore();
  return opened;
}

/** https://developer.mozilla.org/docs/Web/API/IndexedDB_API */
function indexedDbStore(): EntryStore {
  const store = createStore("guestlist", "outbox");
  return {
    setMany: (kept) => setMany(kept as [string, NewEntry][], store),
    delMany: (keys) => delMany([...keys], store),
    entries: () => entries<string, unknown>(store),
  };
}

function memoryStore(): EntryStore {
  const kept = new Map<string, NewEntry>();
  return {
    setMany: (added) => {
      for (const [key, entry] of added) kept.set(key, entry);
      return Promise.resolve();
    },
    delMany: (keys) => {
      for (const key of keys) kept.delete(key);
      return Promise.resolve();
    },
    entries: () => Promise.resolve([...kept]),
  };
}
