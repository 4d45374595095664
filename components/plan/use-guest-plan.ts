"use client";

import { mintId } from "@/lib/services/mint-id";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { GuestPlanDraft } from "@/lib/contract/drafts";
import { makePlan, type PlanInput } from "@/lib/domain/make-plan";
import type { Plan } from "@/lib/domain/plan";
import { protectsEligible, type RoleHolders } from "@/lib/domain/role-holders";
import { useProgress } from "@/lib/inventory/use-inventory";
import { readingProblem } from "@/lib/queries/reading-problem";
import { useServices } from "@/lib/services/services";
import { useAllRoleHolders } from "@/lib/queries/all-role-holders";
import { usePolicy } from "@/lib/queries/policy";
import type { FindCandidates } from "./candidates";

/** What a plan waits for: all guests, who holds a role, the protected accounts, or the selected guests alone. */
export type WaitsFor = "guests" | "roles" | "settings" | "selection";

interface GuestPlan {
  /** The plan as it would be now; null while something it needs is on its way. */
  readonly preview: Plan | null;
  /** Whether nobody knows who of them may activate a directory role. */
  readonly eligibilityUnread: boolean;
  /** Whether a group holds a directory role: nobody knows who may become its member by activation. */
  readonly groupsHoldRoles: boolean;
  /** What to try when it could not be made. */
  readonly failed: string | null;
  /** What is still being read while there is no preview. */
  readonly waitsFor: WaitsFor;
  /** The plan with its reason; null while there is no preview. */
  readonly plan: (reason: string) => Plan | null;
}

const NOBODY: RoleHolders = new Map();

/** Makes the plan for a draft: who, and who not and why; the final one is frozen when the person confirms. */
export function useGuestPlan(
  { ids, kind }: Pick<GuestPlanDraft, "ids" | "kind">,
  find: FindCandidates,
): GuestPlan {
  const { me } = useServices();
  const { complete, phase } = useProgress();
  // A list that is still being read cannot say who is gone, and a selection needs all of it.
  const isReadToEnd = phase === "complete" || phase === "failed" || kind === "restore";
  const policy = usePolicy();
  const asksForRoles = kind !== "keep";
  const eligible = protectsEligible(kind);
  const all = useAllRoleHolders({ enabled: asksForRoles, eligible });
  // Most operators may not read who is eligible: then those who hold a role now are left alone, and the plan says so.
  const eligibilityUnread = eligible && readingProblem(all.error)?.kind === "forbidden";
  const active = useAllRoleHolders({ enabled: asksForRoles && eligibilityUnread, eligible: false });
  const roles = eligibilityUnread ? active : all;
  const roleHolders = asksForRoles ? roles.data?.holders : NOBODY;
  const found = useQuery({
    queryKey: [me.tenantId, me.homeAccountId, "candidates", kind, ids, isReadToEnd],
    queryFn: () => find(ids),
    staleTime: Infinity,
    gcTime: 0,
  });
  const input = useMemo((): Omit<PlanInput, "reason"> | null => {
    if (!policy.data || !roleHolders || !found.data) return null;
    if (!isReadToEnd && (ids.length > 1 || found.data.gone.length > 0)) return null;
    return {
      kind,
      ...found.data,
      policy: policy.data.policy,
      myId: me.userId,
      tenantId: me.tenantId,
      roleHolders,
      fullyRead: complete || kind === "restore",
      mintId,
    };
  }, [kind, ids, me, complete, isReadToEnd, policy.data, roleHolders, found.data]);
  const plan = useCallback(
    (reason: string) => (input ? makePlan({ ...input, reason }) : null),
    [input],
  );
  const preview = useMemo(() => plan(""), [plan]);
  return {
    preview,
    eligibilityUnread,
    groupsHoldRoles: eligible && (roles.data?.groupIds.length ?? 0) > 0,
    waitsFor:
      !isReadToEnd && (ids.length > 1 || (found.data?.gone.length ?? 0) > 0)
        ? "guests"
        : policy.isPending
          ? "settings"
          : roleHolders === undefined
            ? "roles"
            : "selection",
    failed: whatFailed(policy.isError, roles.error, found.isError),
    plan,
  };
}

function whatFailed(policy: boolean, roles: Error | null, found: boolean): string | null {
  if (policy) return "The settings could not be read. Close this and try again.";
  if (roles !== null) return whyNoRoles(roles);
  return found ? "The guests could not be looked up. Close this and try again." : null;
}

function whyNoRoles(error: Error): string {
  switch (readingProblem(error)?.kind) {
    case "forbidden":
      return "Microsoft Graph does not let you read who holds a directory role, so nobody can be acted on.";
    case "needs-consent":
      return "Before anybody is acted on, those are looked for who hold a directory role or are eligible for one. Give the permission below.";
    default:
      return "It could not be read who of them holds a directory role or is eligible for one, so nobody can be acted on. Close this and try again.";
  }
}
