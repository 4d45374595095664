import type { Directory } from "../../state/directory.ts";
import type { DirectoryObject } from "../directory-objects/directory-object.ts";
import { userOf } from "../directory-objects/user-of.ts";
import { listObjects, relationshipOptions } from "../directory-objects/list-objects.ts";
import type { Endpoint } from "../endpoint.ts";

function ownedBy(directory: Directory, ownerId: string): DirectoryObject[] {
  const owned = <Row extends { ownerIds: ReadonlySet<string> }>(rows: ReadonlyMap<string, Row>) =>
    [...rows.values()].filter((row) => row.ownerIds.has(ownerId));
  return [
    ...owned(directory.groups).map((row) => ({ kind: "group" as const, row })),
    ...owned(directory.applications).map((row) => ({ kind: "application" as const, row })),
    ...owned(directory.servicePrincipals).map((row) => ({
      kind: "servicePrincipal" as const,
      row,
    })),
  ];
}

/** What a person owns: groups, applications and service principals. */
export const listOwnedObjects: Endpoint = {
  method: "GET",
  path: "/users/{id}/ownedObjects",
  documentation: "https://learn.microsoft.com/graph/api/user-list-ownedobjects",
  scopes: ["Directory.Read.All", "Directory.ReadWrite.All", "User.Read.All", "User.ReadWrite.All"],
  selfScopes: ["User.Read"],
  options: relationshipOptions,
  guestsToo: true,
  answer(call) {
    const { id } = userOf(call);
    return listObjects(call, () => ownedBy(call.tenant.directory, id));
  },
};
