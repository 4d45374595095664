import { deletedUserOf } from "./deleted-user.ts";
import { rowOnWire, selectFor } from "../directory-objects/object-on-wire.ts";
import { userShape } from "../directory-objects/properties.ts";
import type { Endpoint } from "../endpoint.ts";

/** One deleted user. */
export const getDeletedItem: Endpoint = {
  method: "GET",
  path: "/directory/deletedItems/{id}",
  documentation: "https://learn.microsoft.com/graph/api/directory-deleteditems-get",
  scopes: ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
  options: ["$select"],
  answer(call) {
    const select = selectFor(call, ["user"]) ?? [...userShape.byDefault, "deletedDateTime"];
    const body = {
      "@odata.context": `${call.root}/$metadata#directoryObjects/$entity`,
      "@odata.type": "#microsoft.graph.user",
      ...rowOnWire(deletedUserOf(call), userShape, select),
    };
    return { status: 200, body };
  },
};
