import { groupOf } from "./group-of.ts";
import { memberReaders } from "./list-members.ts";
import { countsOf, relationship, type Relationship } from "./relationship.ts";
import type { Directory } from "../../state/directory.ts";
import type { Group } from "../../state/entities.ts";
import { type DirectoryObject, findObjects } from "../directory-objects/directory-object.ts";
import type { Endpoint } from "../endpoint.ts";

function everyoneIn(directory: Directory, group: Group): DirectoryObject[] {
  const found = new Map<string, DirectoryObject>();
  const waiting = [group];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const object of findObjects(directory, next.memberIds)) {
      if (found.has(object.row.id)) continue;
      found.set(object.row.id, object);
      if (object.kind === "group") waiting.push(object.row);
    }
  }
  return [...found.values()];
}

const membership: Relationship = {
  path: "/groups/{id}/transitiveMembers",
  documentation: "https://learn.microsoft.com/graph/api/group-list-transitivemembers",
  scopes: memberReaders,
  objects: (call) => {
    const group = groupOf(call);
    return () => everyoneIn(call.tenant.directory, group);
  },
};

/** Who is in a group, also through groups in it, each once, and how many. */
export const listTransitiveMembers: readonly Endpoint[] = [
  ...relationship(membership, ["user", "group"]),
  ...countsOf(membership),
];
