import type { RunningPlans } from "./doors";

/** Running plans by the browser's own locks, which end with the tab that held them. */
export function openBrowserLocks(locks: Pick<LockManager, "request" | "query">): RunningPlans {
  return {
    alone: (planId, work) =>
      locks.request(nameOf(planId), { ifAvailable: true }, (lock) =>
        lock === null ? null : work(),
      ),
    async isRunning(planId) {
      const { held = [] } = await locks.query();
      return held.some(({ name }) => name === nameOf(planId));
    },
  };
}

function nameOf(planId: string): string {
  return `guestlist-plan-${planId}`;
}
