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

/**
 * Whether somebody with these directory roles sees every review, and not only those they made or are asked about; null
 * when their roles are not known.
 * https://learn.microsoft.com/graph/api/resources/accessreviewsv2-overview#role-and-permission-authorization-checks
 */
export function readsEveryReview(roles: ReadonlySet<string> | null): boolean | null {
  return roles && [...roles].some((role) => READERS.has(role));
}
