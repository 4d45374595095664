import type { RunningPlans } from "./doors";

const KEY = "guestlist.begun";
/** Nobody runs a plan again after so many others. */
const MOST_REMEMBERED = 200;

/**
 * Running plans by the browser's own locks, which end with the tab that held them. Which plans this tab has begun is
 * kept in its own storage, by id alone: a reload forgets nothing.
 */
export function openBrowserLocks(
  locks: Pick<LockManager, "request" | "query">,
  storage: Pick<Storage, "getItem" | "setItem">,
): RunningPlans {
  const begun = new Set(readIds(storage.getItem(KEY)));
  return {
    alone: (planId, work) =>
      locks.request(nameOf(planId), { ifAvailable: true }, (lock) =>
        lock === null ? null : work(),
      ),
    async isRunning(planId) {
      const { held = [] } = await locks.query();
      return held.some(({ name }) => name === nameOf(planId));
    },
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

function nameOf(planId: string): string {
  return `guestlist-plan-${planId}`;
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
