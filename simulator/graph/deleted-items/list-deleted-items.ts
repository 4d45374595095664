import { purgeExpired } from "./purge-expired.ts";
import { listRows } from "../directory-objects/list-rows.ts";
import { rowOnWire, selectFor } from "../directory-objects/object-on-wire.ts";
import { groupShape, userShape } from "../directory-objects/properties.ts";
import type { Endpoint } from "../endpoint.ts";
import { badRequest } from "../errors.ts";
import { groupResource } from "../groups/group-resource.ts";
import { groupReaders } from "../groups/list-groups.ts";
import { userResource } from "../users/user-resource.ts";
import type { Group } from "../../state/entities.ts";

const documentation = "https://learn.microsoft.com/graph/api/directory-deleteditems-list";
const options = ["$select", "$top", "$count", "$filter", "$search", "$orderby"];
const userScopes = ["User.Read.All", "User.ReadWrite.All", "User.DeleteRestore.All"];

const deletedUsers: Endpoint = {
  method: "GET",
  path: "/directory/deletedItems/microsoft.graph.user",
  documentation,
  scopes: [...userScopes, "Directory.Read.All", "Directory.ReadWrite.All"],
  options,
  answer(call) {
    const { directory } = call.tenant;
    const select = selectFor(call, ["user"]);
    return listRows(call, {
      context: "users",
      rows: () => {
        purgeExpired(directory);
        return [...directory.deletedUsers.values()];
      },
      shown: (user) =>
        rowOnWire(user, userShape, select ?? [...userShape.byDefault, "deletedDateTime"]),
      key: (user) => user.id,
      resource: userResource(directory),
      searchable: { displayName: (user) => [user.displayName ?? ""] },
    });
  },
};

const deletedGroups: Endpoint = {
  method: "GET",
  path: "/directory/deletedItems/microsoft.graph.group",
  documentation,
  scopes: groupReaders,
  options,
  answer(call) {
    const select = selectFor(call, ["group"]);
    return listRows<Group>(call, {
      context: "groups",
      // Nothing in this simulator deletes a group.
      rows: () => [],
      shown: (group) => rowOnWire(group, groupShape, select),
      key: (group) => group.id,
      resource: groupResource,
    });
  },
};

const withoutCast: Endpoint = {
  method: "GET",
  path: "/directory/deletedItems",
  documentation,
  scopes: [...userScopes, ...groupReaders],
  options,
  answer() {
    throw badRequest(
      "The type of the deleted items must be given, for example /directory/deletedItems/microsoft.graph.user.",
    );
  },
};

/** What was deleted in the last 30 days, one kind at a time: the cast is mandatory. */
export const listDeletedItems: readonly Endpoint[] = [deletedUsers, deletedGroups, withoutCast];
