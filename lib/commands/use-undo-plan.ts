import { mintId } from "@/lib/services/mint-id";
import { useQuery } from "@tanstack/react-query";
import type { Plan } from "@/lib/domain/plan";
import { makeUndoPlan } from "@/lib/domain/undo";
import { keys } from "@/lib/queries/keys";
import { readPolicy } from "@/lib/services/read-policy";
import { sendOutbox } from "@/lib/services/send-outbox";
import { useServices } from "@/lib/services/services";
import { readDone } from "@/lib/queries/done-operations";

/**
 * A function that makes the undo plan from a reason. It gives null where nothing of the plan was done, or nothing that
 * was done can be undone.
 */
export function useUndoPlan(planId: string) {
  const { api, me, now } = useServices();
  return useQuery({
    queryKey: [...keys.histories(me), "undo", planId],
    queryFn: async ({ signal }) => {
      // Outcomes in this browser's outbox are not in the history yet.
      await sendOutbox({ api, me }).catch(() => 0);
      const [{ policy }, done] = await Promise.all([
        readPolicy(api, signal),
        readDone(api, planId, signal),
      ]);
      return (reason: string): Plan | null => {
        const { userId: myId, tenantId } = me;
        return makeUndoPlan({ done, reason, policy, myId, tenantId, now: now(), mintId });
      };
    },
    // Somebody may decide again at any moment.
    staleTime: 0,
    gcTime: 0,
  });
}
