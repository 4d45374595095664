import { losesAccessAutomatically } from "@/lib/domain/reviews/loses-access-automatically";
import type { RoleHolders } from "@/lib/domain/role-holders";
import { useAllRoleHolders } from "@/lib/queries/all-role-holders";
import type { CoverageInputs } from "@/lib/queries/coverage";
import { useJoinedGroup } from "@/lib/queries/joined-group";

const NOBODY: RoleHolders = new Map();

/**
 * Who holds a directory role and so is not put under a review that takes access by itself; and in a sentence why nobody is
 * while that is not known.
 */
export function useRoleHoldersToLeaveAlone(
  inputs: CoverageInputs | undefined,
  groupId: string | null,
): { readonly roleHolders: RoleHolders; readonly unreadHolders: string | null } {
  const reviews = inputs?.reviews ?? [];
  // Most often no review could take access by itself, wherever the group is.
  const mayMatter =
    groupId !== null &&
    losesAccessAutomatically({ id: groupId, group: null, outerIds: null }, reviews);
  const joined = useJoinedGroup(mayMatter ? groupId : null);
  const matters =
    mayMatter && joined.data !== undefined && losesAccessAutomatically(joined.data, reviews);
  const { data, isError } = useAllRoleHolders({ enabled: matters, eligible: true });
  const nobody = (unreadHolders: string | null) => ({ roleHolders: NOBODY, unreadHolders });
  if (!mayMatter) return nobody(null);
  if (joined.data === undefined) {
    return nobody(
      joined.isError
        ? "Which groups the catch-all group is inside could not be read, and a review may remove access automatically."
        : "Which groups the catch-all group is inside is still being read.",
    );
  }
  if (!matters) return nobody(null);
  if (data !== undefined) return { roleHolders: data.holders, unreadHolders: null };
  return nobody(
    isError
      ? "Who holds a directory role could not be read, and a review of the group removes access automatically."
      : "Who holds a directory role is still being read.",
  );
}
