import type { Instant } from "@/lib/domain/time";
import type { Graph } from "../graph";
import { AUDIT_SCOPES, auditOnWire, type AuditOnWire } from "./audit-record";

/** Who invited a guest, as far as the audit log reaches back. */
export interface Inviter {
  readonly id: string | null;
  readonly displayName: string | null;
  readonly at: Instant;
  readonly by: "person" | "app";
}

/** The first invitation on record; null when it is older than the log, or the guest was not invited. */
export async function readInviter(
  graph: Graph,
  guestId: string,
  signal?: AbortSignal,
): Promise<Inviter | null> {
  const filter =
    `targetResources/any(t:t/id eq '${guestId}') and ` +
    "activityDisplayName eq 'Invite external user'";
  const path = `/auditLogs/directoryAudits?$filter=${encodeURIComponent(filter)}`;
  const options = { scopes: AUDIT_SCOPES, schema: auditOnWire, ...(signal && { signal }) };
  let first: AuditOnWire | null = null;
  for await (const { items } of graph.pages(path, options)) {
    for (const record of items) {
      const earlier = first === null || record.activityDateTime < first.activityDateTime;
      if (record.result === "success" && earlier) first = record;
    }
  }
  return first === null ? null : inviterFromWire(first);
}

/** Who stands in a record as the one who did it. */
export function inviterFromWire({ initiatedBy, activityDateTime }: AuditOnWire): Inviter {
  const at = Date.parse(activityDateTime);
  const user = initiatedBy?.user ?? null;
  if (user === null) {
    return { id: null, displayName: initiatedBy?.app?.displayName ?? null, at, by: "app" };
  }
  const displayName = user.displayName ?? user.userPrincipalName ?? null;
  return { id: user.id ?? null, displayName, at, by: "person" };
}
