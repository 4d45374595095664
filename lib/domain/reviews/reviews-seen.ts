/** Template ids: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const READERS: ReadonlyMap<string, string> = new Map([
  ["f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader"],
  ["5d6b6bb7-de71-4623-b4af-96380a352509", "Security Reader"],
  ["194ae4cb-b126-40b2-bd5b-6091b380977d", "Security Administrator"],
  ["45d8d3c5-c802-45c6-b32a-1d70b5e1e86e", "Identity Governance Administrator"],
  ["fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator"],
  ["62e90394-69f5-4237-9190-012177145e10", "Global Administrator"],
]);

/** The directory roles that see every access review, the least first. */
export const ROLES_TO_READ_EVERY_REVIEW: readonly string[] = [...READERS.values()];

/** Which reviews Entra shows to somebody: all, only those they created or review, or unknown. */
export type ReviewsSeen = "all" | "some" | "unknown";

/**
 * What somebody with these directory roles sees; null stands for roles that could not be read.
 * https://learn.microsoft.com/graph/api/resources/accessreviewsv2-overview#role-and-permission-authorization-checks
 */
export function reviewsSeen(roles: ReadonlySet<string> | null): ReviewsSeen {
  if (roles === null) return "unknown";
  return [...roles].some((role) => READERS.has(role)) ? "all" : "some";
}
