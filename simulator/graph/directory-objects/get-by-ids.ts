import { findObjects } from "./directory-object.ts";
import { bodyOf, stringsIn } from "./json-body.ts";
import { everyKind } from "./list-objects.ts";
import { objectOnWire, selectFor } from "./object-on-wire.ts";
import type { Endpoint } from "../endpoint.ts";

/** Objects of any kind by their ids; what does not exist is left out. */
export const getByIds: Endpoint = {
  method: "POST",
  path: "/directoryObjects/getByIds",
  documentation: "https://learn.microsoft.com/graph/api/directoryobject-getbyids",
  scopes: ["Directory.Read.All", "Directory.ReadWrite.All"],
  options: ["$select"],
  answer(call) {
    const { ids, types } = bodyOf(call, ["ids", "types"]);
    const requestedIds = stringsIn(ids, "ids", 1000);
    const kinds = types === undefined ? undefined : stringsIn(types, "types", 50);
    const select = selectFor(call, everyKind);
    const value = findObjects(call.tenant.directory, new Set(requestedIds))
      .filter(
        ({ kind }) =>
          kinds === undefined || kinds.includes(kind) || kinds.includes("directoryObject"),
      )
      .map((object) => objectOnWire(object, call, select));
    const context = `${call.root}/$metadata#directoryObjects`;
    return { status: 200, body: { "@odata.context": context, value } };
  },
};
