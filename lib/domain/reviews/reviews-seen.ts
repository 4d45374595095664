import { ROLES } from "../directory-roles";

/** The least first. */
const READERS = [
  ROLES.globalReader,
  ROLES.securityReader,
  ROLES.security,
  ROLES.governance,
  ROLES.users,
  ROLES.global,
];

const READER_IDS: ReadonlySet<string> = new Set(READERS.map(({ templateId }) => templateId));

/** The names of the directory roles that see every access review, the least first. */
export const ROLES_TO_READ_EVERY_REVIEW: readonly string[] = READERS.map(({ name }) => name);

/** Which reviews Entra shows to somebody: all, only those they created or review, or unknown. */
export type ReviewsSeen = "all" | "some" | "unknown";

/**
 * What somebody with these directory roles sees; null stands for roles that could not be read.
 * https://learn.microsoft.com/graph/api/resources/accessreviewsv2-overview#role-and-permission-authorization-checks
 */
export function reviewsSeen(roles: ReadonlySet<string> | null): ReviewsSeen {
  if (roles === null) return "unknown";
  return [...roles].some((role) => READER_IDS.has(role)) ? "all" : "some";
}
