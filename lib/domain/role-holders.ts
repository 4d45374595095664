import type { GuestOperationKind } from "./operation";

/** How somebody holds a directory role: it is active, or they may activate it (Privileged Identity Management). */
export type HeldRole = "active" | "eligible";

/** What is found of one person; "eligibility-unread": no active role, and the signed-in person may not read who is eligible. */
export type FoundRole = HeldRole | "none" | "eligibility-unread";

/**
 * Everybody who holds a directory role within any scope, by id in lower case, directly or through a group; who holds one
 * in both ways is named active.
 */
export type RoleHolders = ReadonlyMap<string, HeldRole>;

/** Who holds a directory role, as far as it was read. */
export interface RoleReading {
  readonly holders: RoleHolders;
  /**
   * The groups that hold a role or are eligible for one. Who may become their member by activation (PIM for Groups) is
   * not read, so where there is one, it is not known of anybody.
   */
  readonly groupIds: readonly string[];
}

/**
 * Whether those who may only activate a role are left alone too. A mail takes nothing away, and a person who may only invite
 * may not read who is eligible; nothing is sent to keep a guest.
 */
export function protectsEligible(kind: GuestOperationKind): boolean {
  return kind !== "resend" && kind !== "keep";
}

/** Why somebody is left alone for their directory roles; null where they hold none. */
export function heldRoleReason(
  roleHolders: RoleHolders,
  userId: string,
): "holds-directory-role" | "eligible-for-directory-role" | null {
  switch (roleHolders.get(userId.toLowerCase())) {
    case "active":
      return "holds-directory-role";
    case "eligible":
      return "eligible-for-directory-role";
    case undefined:
      return null;
  }
}
