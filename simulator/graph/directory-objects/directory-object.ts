import type { Directory } from "../../state/directory.ts";
import type {
  Application,
  DirectoryRole,
  Group,
  ServicePrincipal,
  User,
} from "../../state/entities.ts";

/** Anything that can be a member or an owner, or be owned, with the kind that `@odata.type` names. */
export type DirectoryObject =
  | { kind: "user"; row: User }
  | { kind: "group"; row: Group }
  | { kind: "directoryRole"; row: DirectoryRole }
  | { kind: "servicePrincipal"; row: ServicePrincipal }
  | { kind: "application"; row: Application };

export type ObjectKind = DirectoryObject["kind"];

/** The object of that id, whatever kind it is. */
export function findObject(directory: Directory, id: string): DirectoryObject | undefined {
  const user = directory.users.get(id);
  if (user) return { kind: "user", row: user };
  const group = directory.groups.get(id);
  if (group) return { kind: "group", row: group };
  const role = directory.roles.get(id);
  if (role) return { kind: "directoryRole", row: role };
  const servicePrincipal = directory.servicePrincipals.get(id);
  if (servicePrincipal) return { kind: "servicePrincipal", row: servicePrincipal };
  const application = directory.applications.get(id);
  return application && { kind: "application", row: application };
}

/** The objects of these ids; an id that leads nowhere, as a deleted member's does, is left out. */
export function findObjects(directory: Directory, ids: Iterable<string>): DirectoryObject[] {
  return [...ids].flatMap((id) => findObject(directory, id) ?? []);
}
