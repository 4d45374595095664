import { ROLES } from "@/lib/domain/directory-roles";
import { REVIEW_READ_SCOPES, REVIEW_WRITE_SCOPES } from "@/lib/graph/reviews/scopes";
import type { OperationHandler } from "../operation-handler";

/**
 * What operations on access reviews have in common, but for those that say otherwise:
 * https://learn.microsoft.com/graph/api/resources/accessreviewsv2-overview#role-and-permission-authorization-checks
 */
export const REVIEW_OPERATION = {
  scopes: { read: REVIEW_READ_SCOPES, send: REVIEW_WRITE_SCOPES },
  roles: [ROLES.governance, ROLES.users, ROLES.global],
  mayWithoutRole: false,
  // Refusals of reviews are about rules, not about people.
  keepsErrorMessage: true,
  verificationMode: "each",
  attribution: "none",
  mayRepeat: true,
  lagMilliseconds: null,
} as const satisfies Partial<OperationHandler>;
