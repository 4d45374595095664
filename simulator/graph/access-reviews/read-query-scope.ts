import type { ReviewScope } from "../../state/access-reviews/plan.ts";
import { badRequest } from "../errors.ts";
import { type Body, daysAt } from "./read-body.ts";
import { refuseOtherQueryTypes } from "./read-query.ts";

export interface ReadScope {
  scope: ReviewScope;
  shown: { scope: unknown; instanceEnumerationScope: unknown };
}

export const plainType = "#microsoft.graph.accessReviewQueryScope";
const inactiveType = "#microsoft.graph.accessReviewInactiveUsersQueryScope";
export const guestFilter = "usertypeeq'guest'";

/** Whether a query scope includes only inactive users, which needs a type of its own. */
export function readInactivity(
  scope: Body,
  name: string,
): { scope: { inactiveDays: number | null }; shown: Record<string, unknown> } {
  refuseOtherQueryTypes(scope, name);
  const type = scope["@odata.type"] ?? plainType;
  if (type !== plainType && type !== inactiveType) {
    throw badRequest(
      `The type '${JSON.stringify(type)}' is not supported as '${name}' of an access review.`,
    );
  }
  const shown = { "@odata.type": type, queryType: "MicrosoftGraph", queryRoot: null };
  if (type === plainType) return { scope: { inactiveDays: null }, shown };
  const days = daysAt(scope, "inactiveDuration", 730) ?? 0;
  const inactiveDuration = days === 0 ? "PT0S" : `P${days}D`;
  return { scope: { inactiveDays: days }, shown: { ...shown, inactiveDuration } };
}
