import { losesByItself } from "@/lib/domain/reviews/catch-all";
import type { RoleHolders } from "@/lib/domain/role-holders";
import { useAllRoleHolders } from "@/lib/queries/all-role-holders";
import type { CoverageInputs } from "@/lib/queries/coverage";

const NOBODY: RoleHolders = new Map();

/**
 * Who holds a directory role and so is not put under a review that takes access by itself; and in a sentence why nobody is
 * while that is not known.
 */
export function useRoleHoldersToLeaveAlone(
  inputs: CoverageInputs | undefined,
  groupId: string | null,
): { readonly roleHolders: RoleHolders; readonly unreadHolders: string | null } {
  const matters =
    inputs !== undefined && groupId !== null && losesByItself(groupId, inputs.reviews);
  const { data, isError } = useAllRoleHolders({ enabled: matters, eligible: true });
  if (!matters) return { roleHolders: NOBODY, unreadHolders: null };
  if (data !== undefined) return { roleHolders: data.holders, unreadHolders: null };
  const unreadHolders = isError
    ? "Who holds a directory role could not be read, and the group's review takes access by itself."
    : "Who holds a directory role is still being read.";
  return { roleHolders: NOBODY, unreadHolders };
}
