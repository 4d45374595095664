import { auditProperties, auditResource } from "./audit-resource.ts";
import { logReaders } from "./log-readers.ts";
import { keptSince } from "./retention.ts";
import { selectedOf } from "./selected-of.ts";
import type { Endpoint } from "../endpoint.ts";
import { notFound, unsupportedRole } from "../errors.ts";
import type { AuditRecord } from "../../state/logs.ts";

/** One record of the audit log. */
export const getDirectoryAudit: Endpoint = {
  method: "GET",
  path: "/auditLogs/directoryAudits/{id}",
  documentation: "https://learn.microsoft.com/graph/api/directoryaudit-get",
  scopes: ["AuditLog.Read.All", "Directory.Read.All"],
  roles: logReaders,
  withoutRole: unsupportedRole,
  options: ["$select"],
  answer(call) {
    const id = call.params.id ?? "";
    const since = keptSince(call.tenant);
    const record = call.tenant.directory.audits.find((row) => row.id === id);
    if (!record || record.activityDateTime < since) throw notFound(id);
    const shown = selectedOf<AuditRecord>(
      call,
      auditResource.type,
      (row) => ({ ...row }),
      auditProperties,
    );
    const context = `${call.root}/$metadata#auditLogs/directoryAudits/$entity`;
    return { status: 200, body: { "@odata.context": context, ...shown(record) } };
  },
};
