import type { NewEntry } from "@/lib/contract/entries";
import type { Spool } from "./doors";

const KEY = "guestlist.spool";

/** A spool in the tab's own storage. It holds ids and results, no name and no mail. */
export function openSessionSpool(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
  owner: { readonly tenantId: string; readonly userId: string },
): Spool {
  const key = `${KEY}.${owner.tenantId}.${owner.userId}`;
  const entries = new Map(readEntries(storage.getItem(key)).map((entry) => [entry.id, entry]));
  const save = () => {
    try {
      if (entries.size === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify([...entries.values()]));
    } catch {
      // A full storage loses nothing for good: what has no outcome is settled by reading on the next visit.
    }
  };
  return {
    keep(entry) {
      entries.set(entry.id, entry);
      save();
    },
    drop(entryIds) {
      for (const id of entryIds) entries.delete(id);
      save();
    },
    all: () => [...entries.values()],
  };
}

function readEntries(text: string | null): readonly NewEntry[] {
  if (text === null) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    // The ledger judges every field again; here it is enough that these are entries.
    return Array.isArray(parsed) ? parsed.filter(isEntry) : [];
  } catch {
    // Not ours or cut off: those decisions are settled by reading.
    return [];
  }
}

function isEntry(value: unknown): value is NewEntry {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    "kind" in value &&
    value.kind === "carried-out"
  );
}
