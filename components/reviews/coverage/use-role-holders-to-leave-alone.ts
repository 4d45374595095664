import { losesByItself } from "@/lib/domain/reviews/catch-all";
import { useAllRoleHolders } from "@/lib/queries/all-role-holders";
import type { CoverageInputs } from "@/lib/queries/coverage";

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Who holds a directory role and so is not put under a review that takes access by itself; and in a sentence why nobody is
 * while that is not known.
 */
export function useRoleHoldersToLeaveAlone(
  inputs: CoverageInputs | undefined,
  groupId: string | null,
): { readonly roleHolders: ReadonlySet<string>; readonly unreadHolders: string | null } {
  const matters =
    inputs !== undefined && groupId !== null && losesByItself(groupId, inputs.reviews);
  const { data, isError } = useAllRoleHolders({ enabled: matters });
  if (!matters) return { roleHolders: NOBODY, unreadHolders: null };
  if (data !== undefined) return { roleHolders: data, unreadHolders: null };
  const unreadHolders = isError
    ? "Who holds a directory role could not be read, and the group's review takes access by itself."
    : "Who holds a directory role is still being read.";
  return { roleHolders: NOBODY, unreadHolders };
}
