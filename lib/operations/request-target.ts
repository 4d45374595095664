import type { GraphRequest, Operation } from "@/lib/domain/operation";
import { sameId } from "@/lib/domain/same-id";
import { partsOf } from "@/lib/domain/reviews/graph-query";

/** What a request is about, by the ids in it; empty where it names none. */
export interface RequestTarget {
  readonly review: string;
  readonly instance: string;
  readonly item: string;
  readonly group: string;
  readonly member: string;
}

const ID = "[^/?#]+";
export const REVIEWS = "/identityGovernance/accessReviews/definitions";
export const REVIEW = `${REVIEWS}/(?<review>${ID})`;
export const INSTANCE = `${REVIEW}/instances/(?<instance>${ID})`;
export const ITEM = `${INSTANCE}/decisions/(?<item>${ID})`;
export const GROUP = `/groups/(?<group>${ID})`;
export const MEMBER = `${GROUP}/members/(?<member>${ID})`;

export const NO_TARGET: RequestTarget = {
  review: "",
  instance: "",
  item: "",
  group: "",
  member: "",
};

/**
 * What a recorded request is about; null when it is not the request of its kind, or not about what its operation says:
 * such a request is never sent.
 */
export function parseRequestTarget(
  { subject, guestId }: Pick<Operation, "subject" | "guestId">,
  request: GraphRequest,
  pattern: { readonly method: string; readonly path: string },
): RequestTarget | null {
  if (request.method !== pattern.method) return null;
  const found = new RegExp(`^${pattern.path}$`).exec(request.path);
  if (found === null) return null;
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

/** The members of a request's body; none where there is no body. */
export function bodyPartsOf(request: GraphRequest | null): Readonly<Record<string, unknown>> {
  return partsOf(request?.body ?? null);
}
