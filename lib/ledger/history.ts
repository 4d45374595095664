import "server-only";
import type { HistoryAnswer, HistoryRow } from "@/lib/contract/history";
import type { Outcome } from "@/lib/domain/outcome";
import { hexFromBytes } from "./bytes";
import type { Caller } from "./caller";
import { bodyFromDatabase } from "./chain-state";
import { database, type Database } from "./database";
import type { HistoryFilter } from "./history-filter";
import { historyQuery, type StoredRow } from "./history-query";
import { inTenant } from "./tenant-transaction";

/** A page of the caller's tenant's history, newest first, each decision with its latest outcome. */
export async function history(
  filter: HistoryFilter,
  caller: Pick<Caller, "tenantId">,
  of?: Database,
): Promise<HistoryAnswer> {
  const { tenantId } = caller;
  // One row more than asked tells whether another page follows.
  const query = historyQuery(tenantId, filter, filter.limit + 1);
  const stored = await inTenant(of ?? (await database()), tenantId, (transaction) =>
    transaction.$queryRaw<readonly StoredRow[]>(query),
  );
  const rows = stored.slice(0, filter.limit).map(rowFrom);
  const last = rows.at(-1);
  return { rows, next: stored.length > rows.length && last !== undefined ? last.seq : null };
}

function rowFrom(stored: StoredRow): HistoryRow {
  const body = bodyFromDatabase(stored.body);
  const shared = {
    id: stored.id,
    seq: Number(stored.seq),
    recordedAt: stored.recorded_at.getTime(),
    actor: { id: stored.actor_id, displayName: stored.actor_name, mail: stored.actor_mail },
    hash: hexFromBytes(stored.hash),
  };
  if ("policy" in body) return { ...shared, kind: "policy-set", ...body };
  if (!("decision" in body)) throw new TypeError(`The history has no rows of kind ${stored.kind}.`);
  const { kind: decision, planId, guestId, reason, known, undoes } = body.decision;
  return {
    ...shared,
    kind: "decided",
    decision,
    planId,
    guest: { id: guestId, displayName: stored.guest_name, mail: stored.guest_mail },
    reason,
    known,
    undoes,
    outcome: outcomeFrom(stored),
  };
}

function outcomeFrom({
  outcome,
  outcome_at: at,
}: StoredRow): (Outcome & { readonly recordedAt: number }) | null {
  if (at === null) return null;
  // Parsed by the contract before it was written, like every body.
  return { ...(outcome as unknown as Outcome), recordedAt: at.getTime() };
}
