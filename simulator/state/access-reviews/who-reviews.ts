import type { Directory } from "../directory.ts";
import type { Panel, ReviewerSource } from "./plan.ts";
import type { Decision } from "./rows.ts";
import { usersWithin } from "./who-is-reviewed.ts";

type DecisionSubject = Pick<Decision, "principal" | "resource">;

/** Finds who may decide an item; reviews share one answer between items that have the same. */
export function reviewersFor(
  directory: Directory,
  panel: Panel,
): (subject: DecisionSubject) => ReadonlySet<string> {
  if (panel.reviewers.length === 0) return ({ principal }) => new Set([principal.id]);
  const known = new Map<string, ReadonlySet<string>>();
  const find = (sources: readonly ReviewerSource[], subject: DecisionSubject) =>
    new Set(sources.flatMap((source) => peopleOf(directory, source, subject)));
  const byManager = [...panel.reviewers, ...panel.fallback].some(({ kind }) => kind === "manager");
  return (subject) => {
    const key = byManager ? `${subject.resource.id} ${subject.principal.id}` : subject.resource.id;
    const before = known.get(key);
    if (before) return before;
    const first = find(panel.reviewers, subject);
    const found = first.size > 0 ? first : find(panel.fallback, subject);
    known.set(key, found);
    return found;
  };
}

function peopleOf(
  directory: Directory,
  source: ReviewerSource,
  subject: DecisionSubject,
): string[] {
  const real = (ids: Iterable<string>) => [...ids].filter((id) => directory.users.has(id));
  switch (source.kind) {
    case "user":
      return real([source.userId]);
    case "group-members":
      return usersWithin(directory, source.groupId).map(({ id }) => id);
    case "group-owners":
      return real(directory.groups.get(source.groupId)?.ownerIds ?? []);
    case "application-owners":
      return real(directory.servicePrincipals.get(source.servicePrincipalId)?.ownerIds ?? []);
    case "resource-owners": {
      const { id } = subject.resource;
      const owned = directory.groups.get(id) ?? directory.servicePrincipals.get(id);
      return real(owned?.ownerIds ?? []);
    }
    case "manager": {
      const managerId = directory.users.get(subject.principal.id)?.managerId ?? null;
      return managerId === null ? [] : real([managerId]);
    }
  }
}
