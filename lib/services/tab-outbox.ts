import type { NewEntry } from "@/lib/contract/entries";
import type { Outbox } from "@/lib/runner/runner-services";

const KEY = "guestlist.outbox";

/**
 * A outbox in the tab's own storage. It holds ids and results, no name and no mail. What is kept and dropped at one
 * stroke is written once: each writing is of all, and of a thousand outcomes at once a thousand would halt the page.
 */
export function openTabOutbox(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
  owner: { readonly tenantId: string; readonly userId: string },
): Outbox {
  const key = `${KEY}.${owner.tenantId}.${owner.userId}`;
  const entries = new Map(readEntries(storage.getItem(key)).map((entry) => [entry.id, entry]));
  let isToBeSaved = false;
  const save = () => {
    isToBeSaved = false;
    try {
      if (entries.size === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify([...entries.values()]));
    } catch {
      // A full storage loses nothing for good: what has no outcome is settled by reading on the next visit.
    }
  };
  // After what runs now, and before anything else does: no reload comes between.
  const saveSoon = () => {
    if (isToBeSaved) return;
    isToBeSaved = true;
    queueMicrotask(save);
  };
  return {
    keep(entry) {
      entries.set(entry.id, entry);
      saveSoon();
    },
    drop(entryIds) {
      for (const id of entryIds) entries.delete(id);
      saveSoon();
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
