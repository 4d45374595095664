"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { makePlan, type PlanInput } from "@/lib/domain/make-plan";
import type { Plan } from "@/lib/domain/plan";
import { useProgress } from "@/lib/inventory/use-inventory";
import { useServices } from "@/lib/services/services";
import { usePolicy } from "@/lib/queries/policy";
import { useRoleHolders } from "@/lib/queries/role-holders";
import type { FindCandidates } from "./candidates";
import type { Draft } from "./draft";

interface PlanDraft {
  /** The plan as it would be now; null while something it needs is on its way. */
  readonly preview: Plan | null;
  /** What to try when it could not be made. */
  readonly failed: string | null;
  /** The plan with its reason and its final ids; null while there is no preview. */
  freeze(reason: string): Plan | null;
}

/** Makes the plan for a draft: who, and who not and why; the final one is frozen when the person confirms. */
export function usePlanDraft({ ids, kind }: Draft, find: FindCandidates): PlanDraft {
  const { me, now } = useServices();
  const { complete, phase } = useProgress();
  // A list that is still being read cannot say who is gone, and a selection needs all of it.
  const settled = phase === "complete" || phase === "failed" || kind === "restore";
  const policy = usePolicy();
  const holders = useRoleHolders(ids);
  const found = useQuery({
    queryKey: [me.tenantId, me.homeAccountId, "candidates", kind, ids, settled],
    queryFn: () => find(ids),
    staleTime: Infinity,
    gcTime: 0,
  });
  const input = useMemo((): Omit<PlanInput, "reason"> | null => {
    if (!policy.data || !holders.data || !found.data) return null;
    if (!settled && (ids.length > 1 || found.data.gone.length > 0)) return null;
    return {
      kind,
      ...found.data,
      policy: policy.data.policy,
      myId: me.userId,
      roleHolders: holders.data,
      fullyRead: complete || kind === "restore",
      now: now(),
      mintId: () => crypto.randomUUID(),
    };
  }, [kind, ids, me.userId, now, complete, settled, policy.data, holders.data, found.data]);
  const preview = useMemo(() => (input ? makePlan({ ...input, reason: "" }) : null), [input]);
  return {
    preview,
    failed: whatFailed(policy.isError, holders.isError, found.isError),
    freeze: (reason) => (input ? makePlan({ ...input, reason }) : null),
  };
}

function whatFailed(policy: boolean, holders: boolean, found: boolean): string | null {
  if (policy) return "The settings could not be read. Close this and try again.";
  if (holders) {
    return "It could not be read who of them holds a directory role, so nobody can be acted on. Close this and try again.";
  }
  return found ? "The guests could not be looked up. Close this and try again." : null;
}
