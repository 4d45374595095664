import type { ObjectKind } from "./directory-object.ts";

// https://learn.microsoft.com/graph/permissions-overview#limited-information-returned-for-inaccessible-member-objects

const everything = ["Directory.Read.All", "Directory.ReadWrite.All"];

const opening: Readonly<Record<ObjectKind, readonly string[]>> = {
  user: ["User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", ...everything],
  group: [
    "Group.Read.All",
    "Group.ReadWrite.All",
    "Group.ReadBasic.All",
    "GroupMember.Read.All",
    "GroupMember.ReadWrite.All",
    ...everything,
  ],
  directoryRole: [
    "RoleManagement.Read.Directory",
    "RoleManagement.ReadWrite.Directory",
    ...everything,
  ],
  servicePrincipal: ["Application.Read.All", "Application.ReadWrite.All", ...everything],
  application: ["Application.Read.All", "Application.ReadWrite.All", ...everything],
};

/** Whether a caller with these scopes sees more of such an object than its type and id. */
export function isReadable(kind: ObjectKind, scopes: ReadonlySet<string>): boolean {
  return opening[kind].some((scope) => scopes.has(scope));
}
