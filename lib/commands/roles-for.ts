import type { DecisionKind } from "@/lib/domain/decision";

/** A built-in directory role, by the id that is the same in every tenant. */
export interface DirectoryRole {
  readonly templateId: string;
  readonly name: string;
}

/** Those that the acts of this product need: ids are of https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
export const ROLES = {
  global: {
    templateId: "62e90394-69f5-4237-9190-012177145e10",
    name: "Global Administrator",
  },
  users: {
    templateId: "fe930be7-5e62-47db-91af-98c3a49a38b1",
    name: "User Administrator",
  },
  governance: {
    templateId: "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e",
    name: "Identity Governance Administrator",
  },
  groups: {
    templateId: "fdd7a751-b60b-444a-984c-02652fe8fa1c",
    name: "Groups Administrator",
  },
  inviter: {
    templateId: "95e79109-95c0-4d8e-aee3-d01accf2d47b",
    name: "Guest Inviter",
  },
  writers: {
    templateId: "9360feb5-f418-4baa-8175-e2a00bac4301",
    name: "Directory Writers",
  },
} as const satisfies Readonly<Record<string, DirectoryRole>>;

/**
 * The directory roles of which one is needed, the least first; none named means that no role is needed.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export function requiredRolesFor(kind: DecisionKind): readonly DirectoryRole[] {
  switch (kind) {
    case "keep":
      return [];
    case "block":
    case "unblock":
    case "remove":
    case "restore":
      return [ROLES.users, ROLES.global];
    case "resend":
      return [ROLES.inviter, ROLES.writers, ROLES.users, ROLES.global];
  }
}

/**
 * Whether one of these roles is enough; null when only Graph can tell. Without a role one may still invite where the
 * tenant lets everybody: https://learn.microsoft.com/graph/api/resources/authorizationpolicy (`allowInvitesFrom`).
 */
export function mayCarryOut(
  kind: DecisionKind,
  myRoles: ReadonlySet<string> | null,
): boolean | null {
  const needed = requiredRolesFor(kind);
  if (needed.length === 0) return true;
  if (myRoles === null) return null;
  if (needed.some(({ templateId }) => myRoles.has(templateId))) return true;
  return kind === "resend" ? null : false;
}
