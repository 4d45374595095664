import { GUID } from "../guid";
import { partsOf, readGraphQuery } from "./graph-query";
import type { Reviewer } from "./review";

/**
 * Understands who decides, as Graph answers it; nobody means that people review themselves.
 * https://learn.microsoft.com/graph/accessreviews-reviewers-concept
 */
export function readReviewers(value: unknown): readonly Reviewer[] {
  if (!Array.isArray(value)) return [];
  return value.map((each: unknown) => readReviewer(partsOf(each).query));
}

function readReviewer(query: unknown): Reviewer {
  const { path, filter } = readGraphQuery(query);
  const other: Reviewer = { kind: "other", query: typeof query === "string" ? query : "" };
  if (path === "./manager") return { kind: "managers" };
  if (path === "./owners") return { kind: "group-owners", groupId: null };
  const found = new RegExp(`^/(users|groups|serviceprincipals)/(${GUID})(?:/(.+))?$`).exec(path);
  if (found === null) return other;
  const [, kind, id = "", rest] = found;
  // Which owners exactly, a filter says: https://learn.microsoft.com/graph/accessreviews-reviewers-concept#example-4-group-owners-as-reviewers
  if (kind === "groups" && rest === "owners") return { kind: "group-owners", groupId: id };
  if (filter !== "") return other;
  if (kind === "users" && rest === undefined) return { kind: "person", userId: id };
  if (kind === "serviceprincipals" && rest === "owners") return { kind: "application-owners" };
  const isMembers = /^(transitivemembers|members)(\/microsoft\.graph\.user)?$/.test(rest ?? "");
  return kind === "groups" && isMembers ? { kind: "group-members", groupId: id } : other;
}
