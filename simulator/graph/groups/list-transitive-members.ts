import { groupOf } from "./group-of.ts";
import { memberReaders } from "./list-members.ts";
import type { Directory } from "../../state/directory.ts";
import type { Group } from "../../state/entities.ts";
import {
  type DirectoryObject,
  findObjects,
  type ObjectKind,
} from "../directory-objects/directory-object.ts";
import { listObjects, relationshipOptions } from "../directory-objects/list-objects.ts";
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

function transitiveMembers(cast?: ObjectKind): Endpoint {
  return {
    method: "GET",
    path: `/groups/{id}/transitiveMembers${cast ? `/microsoft.graph.${cast}` : ""}`,
    documentation: "https://learn.microsoft.com/graph/api/group-list-transitivemembers",
    scopes: memberReaders,
    options: relationshipOptions,
    answer(call) {
      const group = groupOf(call);
      return listObjects(call, () => everyoneIn(call.tenant.directory, group), cast);
    },
  };
}

/** Who is in a group, also through groups in it; each once. */
export const listTransitiveMembers: readonly Endpoint[] = [
  transitiveMembers(),
  transitiveMembers("user"),
  transitiveMembers("group"),
];
