import type { BegunPlans } from "@/lib/runner/runner-services";

const KEY = "guestlist.begun";
/** Nobody runs a plan again after so many others. */
const MOST_REMEMBERED = 200;

/** Which plans this tab has begun, kept in its own storage by id alone: a reload forgets nothing. */
export function openBegunPlans(storage: Pick<Storage, "getItem" | "setItem">): BegunPlans {
  const begun = new Set(readIds(storage.getItem(KEY)));
  return {
    begins(planId) {
      if (begun.has(planId)) return true;
      begun.add(planId);
      try {
        storage.setItem(KEY, JSON.stringify([...begun].slice(-MOST_REMEMBERED)));
      } catch {
        // A full storage: this page still knows, and the next one asks the ledger as before.
      }
      return false;
    },
  };
}

function readIds(text: string | null): readonly string[] {
  try {
    const parsed: unknown = text === null ? [] : JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter((id) => typeof id === "string") : [];
  } catch {
    // Not ours or cut off: then nothing is known of earlier pages.
    return [];
  }
}
