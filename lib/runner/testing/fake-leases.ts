import type { Leases } from "@/lib/runner/runner-services";
import type { FakeLedger } from "./fake-ledger";

/** Leases as the server gives them, for one process: `running` has the plans that somebody holds. */
export function fakeLeases(
  ledger: FakeLedger,
  running: Set<string>,
  serverNow: () => number,
): Leases {
  return {
    async hold(planId, purpose, work) {
      if (running.has(planId)) return null;
      running.add(planId);
      const fence = ledger.nextFence(planId);
      const sentUntil = ledger.sentUntil.get(planId) ?? null;
      const isHeld = () => ledger.fenceOf(planId) === fence;
      try {
        return await work({ fence, sentUntil, serverNow, isHeld });
      } finally {
        if (purpose === "run") ledger.sentUntil.set(planId, serverNow());
        if (ledger.fenceOf(planId) === fence) running.delete(planId);
      }
    },
  };
}
