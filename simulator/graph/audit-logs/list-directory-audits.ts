import { auditProperties, auditResource } from "./audit-resource.ts";
import { logOptions, logPage, logReaders } from "./log-readers.ts";
import { keptNewestFirst } from "./retention.ts";
import { selectedOf } from "./selected-of.ts";
import { listRows } from "../directory-objects/list-rows.ts";
import type { Endpoint } from "../endpoint.ts";
import { unsupportedRole } from "../errors.ts";

/** What people and applications did in the directory, newest first. */
export const listDirectoryAudits: Endpoint = {
  method: "GET",
  path: "/auditLogs/directoryAudits",
  documentation: "https://learn.microsoft.com/graph/api/directoryaudit-list",
  scopes: ["AuditLog.Read.All", "Directory.Read.All"],
  roles: logReaders,
  withoutRole: unsupportedRole,
  options: logOptions,
  answer(call) {
    return listRows(call, {
      context: "auditLogs/directoryAudits",
      rows: () =>
        keptNewestFirst(call.tenant, call.tenant.directory.audits, (row) => row.activityDateTime),
      shown: selectedOf(call, auditResource.type, (row) => ({ ...row }), auditProperties),
      key: (row) => row.id,
      resource: auditResource,
      isLog: true,
      rules: logPage,
    });
  },
};
