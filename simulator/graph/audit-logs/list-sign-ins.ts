import { logOptions, logPage, logReaders } from "./log-readers.ts";
import { keptNewestFirst } from "./retention.ts";
import { selectedOf } from "./selected-of.ts";
import { signInOnWire } from "./sign-in-on-wire.ts";
import { signInProperties, signInResource } from "./sign-in-resource.ts";
import { listRows } from "../directory-objects/list-rows.ts";
import type { Endpoint } from "../endpoint.ts";
import { notLicensed, unsupportedRole } from "../errors.ts";

/** Who signed in, newest first; only in an organization with Entra ID P1 or P2. */
export const listSignIns: Endpoint = {
  method: "GET",
  path: "/auditLogs/signIns",
  documentation: "https://learn.microsoft.com/graph/api/signin-list",
  scopes: ["AuditLog.Read.All"],
  roles: logReaders,
  withoutRole: unsupportedRole,
  options: logOptions,
  answer(call) {
    const { tenant } = call;
    if (tenant.licence === "none") throw notLicensed();
    return listRows(call, {
      context: "auditLogs/signIns",
      rows: () => keptNewestFirst(tenant, tenant.directory.signInLog, (row) => row.createdDateTime),
      shown: selectedOf(call, signInResource.type, signInOnWire, signInProperties),
      key: (row) => row.id,
      resource: signInResource,
      isLog: true,
      rules: logPage,
    });
  },
};
