import { groupOf } from "./group-of.ts";
import { groupReaders } from "./list-groups.ts";
import { rowOnWire, selectFor } from "../directory-objects/object-on-wire.ts";
import { groupShape } from "../directory-objects/properties.ts";
import type { Endpoint } from "../endpoint.ts";

/** One group. */
export const getGroup: Endpoint = {
  method: "GET",
  path: "/groups/{id}",
  documentation: "https://learn.microsoft.com/graph/api/group-get",
  scopes: groupReaders,
  options: ["$select"],
  answer(call) {
    const shown = rowOnWire(groupOf(call), groupShape, selectFor(call, ["group"]));
    const context = `${call.root}/$metadata#groups/$entity`;
    return { status: 200, body: { "@odata.context": context, ...shown } };
  },
};
