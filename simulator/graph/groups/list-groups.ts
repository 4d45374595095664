import { groupResource } from "./group-resource.ts";
import { listRows } from "../directory-objects/list-rows.ts";
import { rowOnWire, selectFor } from "../directory-objects/object-on-wire.ts";
import { groupShape } from "../directory-objects/properties.ts";
import type { Endpoint } from "../endpoint.ts";

/** Delegated scopes that open groups. */
export const groupReaders = [
  "Group.ReadBasic.All",
  "Group.Read.All",
  "Group.ReadWrite.All",
  "GroupMember.Read.All",
  "GroupMember.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

/** Every group of the organization. */
export const listGroups: Endpoint = {
  method: "GET",
  path: "/groups",
  documentation: "https://learn.microsoft.com/graph/api/group-list",
  scopes: groupReaders,
  options: ["$select", "$top", "$count", "$filter", "$search", "$orderby"],
  answer(call) {
    const select = selectFor(call, ["group"]);
    return listRows(call, {
      context: "groups",
      rows: () => [...call.tenant.directory.groups.values()],
      shown: (group) => rowOnWire(group, groupShape, select),
      key: (group) => group.id,
      resource: groupResource,
      searchable: {
        displayName: (group) => [group.displayName],
        description: (group) => [group.description ?? ""],
        mail: (group) => [group.mail ?? ""],
      },
    });
  },
};
