import { useMutation } from "@tanstack/react-query";
import type { Plan } from "@/lib/domain/plan";
import { useServices } from "@/lib/services/services";
import { readPolicy } from "@/lib/services/read-policy";
import { undoPlan } from "./undo-plan";

/** Nothing of a plan was done, or nothing that was done can be taken back. */
export class NothingToUndo extends Error {
  override readonly name = "NothingToUndo";
}

/** Makes the plan that takes another one back; it is then run like any plan. */
export function useUndoPlan() {
  const { api, me } = useServices();
  return useMutation<Plan, Error, { readonly planId: string; readonly reason: string }>({
    mutationFn: async ({ planId, reason }) => {
      const { policy } = await readPolicy(api);
      const mintId = () => crypto.randomUUID();
      const request = { planId, reason, policy, myId: me.userId, now: Date.now(), mintId };
      const plan = await undoPlan(request, api);
      if (plan === null) throw new NothingToUndo(`Nothing of ${planId} can be taken back`);
      return plan;
    },
  });
}
