import type { Directory } from "../../state/directory.ts";
import type { DirectoryObject } from "../directory-objects/directory-object.ts";

/** The groups and directory roles that this object is a member of itself. */
export function directMemberships(directory: Directory, id: string): DirectoryObject[] {
  const groups = directory.groupsOf(id).map((row) => ({ kind: "group" as const, row }));
  const roles = [...directory.roles.values()]
    .filter((role) => role.memberIds.has(id))
    .map((row) => ({ kind: "directoryRole" as const, row }));
  return [...groups, ...roles];
}

/** Those and what it is a member of through them, each once. */
export function transitiveMemberships(directory: Directory, id: string): DirectoryObject[] {
  const found = new Map<string, DirectoryObject>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const membership of directMemberships(directory, next)) {
      if (found.has(membership.row.id)) continue;
      found.set(membership.row.id, membership);
      waiting.push(membership.row.id);
    }
  }
  return [...found.values()];
}
