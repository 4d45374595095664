import type { Graph } from "../graph";
import { AUDIT_SCOPES, auditOnWire } from "./audit-record";
import { type Inviter, inviterFromWire } from "./read-inviter";

/**
 * Who invited whom, by the guest's id, as far as the audit log reaches back: one list for everybody, since the log
 * allows five requests in ten seconds. https://learn.microsoft.com/graph/api/directoryaudit-list
 */
export async function readInviters(
  graph: Graph,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Inviter>> {
  const filter = encodeURIComponent("activityDisplayName eq 'Invite external user'");
  const path = `/auditLogs/directoryAudits?$filter=${filter}`;
  const options = { scopes: AUDIT_SCOPES, schema: auditOnWire, ...(signal && { signal }) };
  const inviters = new Map<string, Inviter>();
  for await (const { items } of graph.pages(path, options)) {
    for (const record of items) {
      if (record.result !== "success") continue;
      const inviter = inviterFromWire(record);
      for (const { id } of record.targetResources ?? []) {
        const known = id == null ? undefined : inviters.get(id);
        if (id != null && (known === undefined || inviter.at < known.at)) inviters.set(id, inviter);
      }
    }
  }
  return inviters;
}
