import type { Json } from "@/lib/domain/intent";
import type { Operation } from "@/lib/domain/operation";
import { sameId } from "@/lib/domain/make-plan";
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

const NOTHING: RequestTarget = { review: "", instance: "", item: "", group: "", member: "" };

/**
 * What an operation's recorded request is about; null when it is not the request of its kind, or not about what the
 * operation says: such a request is never sent.
 */
export function parseRequestTarget(
  { request, subject, guestId }: Operation,
  pattern: { readonly method: string; readonly path: string } | null,
): RequestTarget | null {
  if (pattern === null) return request === null ? NOTHING : null;
  if (request === null || request.method !== pattern.method) return null;
  const found = new RegExp(`^${pattern.path}$`).exec(request.path);
  if (found === null) return null;
  const { review = "", instance = "", item = "", group = "", member = "" } = found.groups ?? {};
  const target = { review, instance, item, group, member: member || memberIn(request.body) };
  if (review !== "" && !(subject?.type === "review" && sameId(subject.id, review))) return null;
  if (group === "") return target;
  const isAbout = guestId !== null && sameId(guestId, target.member);
  return isAbout && subject?.type === "group" && sameId(subject.id, group) ? target : null;
}

/** The account at the end of a reference: https://learn.microsoft.com/graph/api/group-post-members */
function memberIn(body: unknown): string {
  const reference = partsOf(body)["@odata.id"];
  return typeof reference === "string"
    ? (/\/(?:directoryObjects|users)\/([^/?#]+)$/.exec(reference)?.[1] ?? "")
    : "";
}

/** The body of an operation's recorded request. */
export function bodyOf({ request }: Operation): Json {
  return request?.body ?? null;
}
