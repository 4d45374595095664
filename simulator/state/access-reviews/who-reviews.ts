import type { Directory } from "../directory.ts";
import type { Panel, ReviewerSource } from "./plan.ts";
import type { Decision } from "./rows.ts";
import { usersWithin } from "./who-is-reviewed.ts";

type Asked = Pick<Decision, "principal" | "resource">;

/** Finds who may decide an item; reviews share one answer between items that have the same. */
export function reviewersFor(
  directory: Directory,
  panel: Panel,
): (asked: Asked) => ReadonlySet<string> {
  if (panel.reviewers.length === 0) return ({ principal }) => new Set([principal.id]);
  const known = new Map<string, ReadonlySet<string>>();
  const find = (sources: readonly ReviewerSource[], asked: Asked) =>
    new Set(sources.flatMap((source) => peopleOf(directory, source, asked)));
  const byManager = [...panel.reviewers, ...panel.fallback].some(({ kind }) => kind === "manager");
  return (asked) => {
    const key = byManager ? `${asked.resource.id} ${asked.principal.id}` : asked.resource.id;
    const before = known.get(key);
    if (before) return before;
    const first = find(panel.reviewers, asked);
    const found = first.size > 0 ? first : find(panel.fallback, asked);
    known.set(key, found);
    return found;
  };
}

function peopleOf(directory: Directory, source: ReviewerSource, asked: Asked): string[] {
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
      const { id } = asked.resource;
      const owned = directory.groups.get(id) ?? directory.servicePrincipals.get(id);
      return real(owned?.ownerIds ?? []);
    }
    case "manager": {
      const managerId = directory.users.get(asked.principal.id)?.managerId ?? null;
      return managerId === null ? [] : real([managerId]);
    }
  }
}
