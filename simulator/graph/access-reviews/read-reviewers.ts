import type { Panel, ReviewerSource, StagePlan } from "../../state/access-reviews/plan.ts";
import type { Directory } from "../../state/directory.ts";
import { badRequest } from "../errors.ts";
import { type Body, listAt, objectFrom } from "./read-body.ts";
import { guid, readQuery, refuseOtherQueryTypes } from "./read-query.ts";

export interface ReadPanel {
  panel: Panel;
  asRequested: StagePlan["asRequested"];
}

/** Who is asked, of a definition, a stage or an instance: https://learn.microsoft.com/graph/accessreviews-reviewers-concept */
export function readPanel(directory: Directory, body: Body): ReadPanel {
  const reviewers = listAt(body, "reviewers").map((each) => readReviewer(directory, each));
  const fallback = listAt(body, "fallbackReviewers").map((each) => readReviewer(directory, each));
  if (reviewers.length === 0 && fallback.length > 0) {
    throw badRequest("'fallbackReviewers' are not supported in a self-review: name 'reviewers'.");
  }
  return {
    panel: {
      reviewers: reviewers.map(({ source }) => source),
      fallback: fallback.map(({ source }) => source),
    },
    asRequested: {
      reviewers: reviewers.map(({ shown }) => shown),
      fallbackReviewers: fallback.map(({ shown }) => shown),
    },
  };
}

function readReviewer(
  directory: Directory,
  value: unknown,
): { source: ReviewerSource; shown: unknown } {
  const reviewer = objectFrom(value, "reviewers", ["query", "queryType", "queryRoot"]);
  refuseOtherQueryTypes(reviewer, "reviewers");
  const { path, filter } = readQuery(reviewer.query, "reviewers");
  const source = filter === "" ? sourceOf(directory, path) : undefined;
  if (source === undefined) {
    throw badRequest(`The reviewer query '${String(reviewer.query)}' is not supported.`);
  }
  if (source.kind === "manager" && reviewer.queryRoot !== "decisions") {
    throw badRequest("The reviewer query './manager' needs 'queryRoot' to be 'decisions'.");
  }
  const queryRoot = reviewer.queryRoot ?? null;
  return { source, shown: { query: reviewer.query, queryType: "MicrosoftGraph", queryRoot } };
}

function sourceOf(directory: Directory, path: string): ReviewerSource | undefined {
  if (path === "./manager") return { kind: "manager" };
  if (path === "./owners") return { kind: "resource-owners" };
  const found = new RegExp(`^/(users|groups|servicePrincipals)/(${guid})(?:/(.+))?$`).exec(path);
  const [, kind, rawId = "", rest] = found ?? [];
  const id = rawId.toLowerCase();
  const known = (there: boolean) => {
    if (!there) throw badRequest(`The reviewer '${path}' was not found.`);
  };
  if (kind === "users" && rest === undefined) {
    known(directory.users.has(id));
    return { kind: "user", userId: id };
  }
  if (kind === "groups") {
    known(directory.groups.has(id));
    if (rest === "owners") return { kind: "group-owners", groupId: id };
    const isMembers = /^transitiveMembers(\/microsoft\.graph\.user)?$/.test(rest ?? "");
    return isMembers ? { kind: "group-members", groupId: id } : undefined;
  }
  if (kind === "servicePrincipals" && rest === "owners") {
    known(directory.servicePrincipals.has(id));
    return { kind: "application-owners", servicePrincipalId: id };
  }
  return undefined;
}
