import { groupResource } from "./group-resource.ts";
import { groupsAsListed } from "./just-made.ts";
import { countRows, listRows } from "../directory-objects/list-rows.ts";
import type { Group } from "../../state/entities.ts";
import { rowOnWire, selectFor } from "../directory-objects/object-on-wire.ts";
import { groupShape } from "../directory-objects/properties.ts";
import type { Call, Endpoint } from "../endpoint.ts";

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

const listing = (call: Call) => {
  const select = selectFor(call, ["group"]);
  return {
    context: "groups",
    rows: () => groupsAsListed(call.tenant),
    shown: (group: Group) => rowOnWire(group, groupShape, select),
    key: (group: Group) => group.id,
    resource: groupResource,
    searchable: {
      displayName: (group: Group) => [group.displayName],
      description: (group: Group) => [group.description ?? ""],
      mail: (group: Group) => [group.mail ?? ""],
    },
  };
};

/** Every group of the organization. */
export const listGroups: Endpoint = {
  method: "GET",
  path: "/groups",
  documentation: "https://learn.microsoft.com/graph/api/group-list",
  scopes: groupReaders,
  options: ["$select", "$top", "$count", "$filter", "$search", "$orderby"],
  refusedOptions: ["$skip"],
  answer: (call) => listRows(call, listing(call)),
};

/** How many groups there are. */
export const countGroups: Endpoint = {
  method: "GET",
  path: "/groups/$count",
  documentation:
    "https://learn.microsoft.com/graph/api/group-list#example-3-get-only-a-count-of-groups",
  scopes: groupReaders,
  options: ["$filter", "$search"],
  answer: (call) => countRows(call, listing(call)),
};
