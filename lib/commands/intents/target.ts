import type { Intent, IntentKind } from "@/lib/domain/intent";
import { sameId } from "@/lib/domain/make-plan";
import { partsOf } from "@/lib/domain/reviews/graph-query";

/** What a request is about, by the ids in it; empty where it names none. */
export interface Target {
  readonly review: string;
  readonly instance: string;
  readonly item: string;
  readonly group: string;
  readonly member: string;
}

const ID = "[^/?#]+";
const REVIEWS = "/identityGovernance/accessReviews/definitions";
const REVIEW = `${REVIEWS}/(?<review>${ID})`;
const INSTANCE = `${REVIEW}/instances/(?<instance>${ID})`;
const GROUP = `/groups/(?<group>${ID})`;

const SHAPES: Readonly<Record<IntentKind, { readonly method: string; readonly path: string }>> = {
  "create-review": { method: "POST", path: REVIEWS },
  "change-review": { method: "PUT", path: REVIEW },
  "delete-review": { method: "DELETE", path: REVIEW },
  "stop-review": { method: "POST", path: `${REVIEW}/stop` },
  "stop-instance": { method: "POST", path: `${INSTANCE}/stop` },
  "apply-instance": { method: "POST", path: `${INSTANCE}/applyDecisions` },
  "reset-instance": { method: "POST", path: `${INSTANCE}/resetDecisions` },
  "remind-reviewers": { method: "POST", path: `${INSTANCE}/sendReminder` },
  "accept-recommendations": { method: "POST", path: `${INSTANCE}/acceptRecommendations` },
  "answer-item": { method: "PATCH", path: `${INSTANCE}/decisions/(?<item>${ID})` },
  "create-group": { method: "POST", path: "/groups" },
  "add-member": { method: "POST", path: `${GROUP}/members/\\$ref` },
  // Without `/$ref` it is the account that would be deleted: https://learn.microsoft.com/graph/api/group-delete-members
  "remove-member": { method: "DELETE", path: `${GROUP}/members/(?<member>${ID})/\\$ref` },
};

/**
 * What an intent's request is about; null when it is not the request of its kind, or not about what the intent says:
 * such a request is never sent.
 */
export function targetOf({ kind, subject, guestId, request }: Intent): Target | null {
  const shape = SHAPES[kind];
  const found = new RegExp(`^${shape.path}$`).exec(request.path);
  if (found === null || request.method !== shape.method) return null;
  const { review = "", instance = "", item = "", group = "", member = "" } = found.groups ?? {};
  const target = { review, instance, item, group, member: member || memberIn(request.body) };
  if (review !== "" && !(subject.type === "review" && sameId(subject.id, review))) return null;
  if (group === "") return target;
  const isAbout = guestId !== null && sameId(guestId, target.member);
  return isAbout && subject.type === "group" && sameId(subject.id, group) ? target : null;
}

/** The account at the end of a reference: https://learn.microsoft.com/graph/api/group-post-members */
function memberIn(body: unknown): string {
  const reference = partsOf(body)["@odata.id"];
  return typeof reference === "string"
    ? (/\/(?:directoryObjects|users)\/([^/?#]+)$/.exec(reference)?.[1] ?? "")
    : "";
}
