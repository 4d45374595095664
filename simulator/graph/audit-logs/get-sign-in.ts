import { logReaders } from "./log-readers.ts";
import { keptSince } from "./retention.ts";
import { selectedOf } from "./selected-of.ts";
import { signInOnWire } from "./sign-in-on-wire.ts";
import { signInProperties, signInResource } from "./sign-in-resource.ts";
import type { Endpoint } from "../endpoint.ts";
import { notFound, notLicensed, unsupportedRole } from "../errors.ts";

/** One sign-in. */
export const getSignIn: Endpoint = {
  method: "GET",
  path: "/auditLogs/signIns/{id}",
  documentation: "https://learn.microsoft.com/graph/api/signin-get",
  scopes: ["AuditLog.Read.All"],
  roles: logReaders,
  withoutRole: unsupportedRole,
  options: ["$select"],
  answer(call) {
    if (call.tenant.licence === "none") throw notLicensed();
    const id = call.params.id ?? "";
    const record = call.tenant.directory.signInLog.find((row) => row.id === id);
    if (!record || record.createdDateTime < keptSince(call.tenant)) throw notFound(id);
    const context = `${call.root}/$metadata#auditLogs/signIns/$entity`;
    const shown = selectedOf(call, signInResource.type, signInOnWire, signInProperties)(record);
    return { status: 200, body: { "@odata.context": context, ...shown } };
  },
};
