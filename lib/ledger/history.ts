import "server-only";
import type { HistoryAnswer, HistoryRow } from "@/lib/contract/history";
import type { Decision } from "@/lib/domain/decision";
import type { Intent, Subject } from "@/lib/domain/intent";
import type { Outcome } from "@/lib/domain/outcome";
import { hexFromBytes } from "./bytes";
import type { Caller } from "./caller";
import { bodyFromDatabase } from "./chain-state";
import { database, type Database } from "./database";
import { intentFrom } from "./entry-row";
import type { HistoryFilter } from "./history-filter";
import { historyQuery, type StoredRow } from "./history-query";
import { inTenant } from "./tenant-transaction";

/** A page of the caller's tenant's history, newest first, each decision and intent with its outcomes. */
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
    reason: "",
    hash: hexFromBytes(stored.hash),
  };
  if ("policy" in body) return { ...shared, kind: "policy-set", ...body };
  if ("templateId" in body) return { ...shared, kind: "template-saved", ...body };
  if ("result" in body) {
    const { result } = body;
    return { ...shared, kind: "review-result", result, guest: guestFrom(stored, result.guestId) };
  }
  if ("intent" in body) return { ...shared, ...intendedFrom(stored, intentFrom(body)) };
  if ("decision" in body) return { ...shared, ...decidedFrom(stored, body.decision) };
  throw new TypeError(`The history has no rows of kind ${stored.kind}.`);
}

function decidedFrom(stored: StoredRow, decision: Decision) {
  const { kind, planId, guestId, reason, known, undoes } = decision;
  const guest = guestFrom(stored, guestId);
  return {
    kind: "decided" as const,
    decision: kind,
    planId,
    guest,
    reason,
    known,
    undoes,
    ...outcomesFrom(stored),
  };
}

function intendedFrom(stored: StoredRow, intent: Intent) {
  const { guestId, reason } = intent;
  return {
    kind: "intended" as const,
    intent,
    reason,
    // Parsed by the contract before it was written, like every body.
    subject: (stored.made as unknown as Subject | null) ?? intent.subject,
    guest: guestId === null ? null : guestFrom(stored, guestId),
    ...outcomesFrom(stored),
  };
}

function guestFrom(stored: StoredRow, id: string) {
  return { id, displayName: stored.guest_name, mail: stored.guest_mail };
}

type RecordedOutcome = NonNullable<Extract<HistoryRow, { kind: "decided" }>["outcome"]>;

/** As historyQuery builds it. */
interface StoredOutcome {
  readonly outcome: Outcome;
  readonly correction: string | null;
  readonly recordedAt: string;
  readonly actorId: string;
  readonly actorName: string | null;
  readonly actorMail: string | null;
}

/** The outcome that holds, and those that it has replaced. */
function outcomesFrom({ outcomes }: StoredRow): {
  readonly outcome: RecordedOutcome | null;
  readonly earlierOutcomes: RecordedOutcome[];
} {
  // Parsed by the contract before it was written, like every body.
  const stored = (outcomes ?? []) as unknown as readonly StoredOutcome[];
  const recorded = stored.map(outcomeFrom);
  return { outcome: recorded.at(-1) ?? null, earlierOutcomes: recorded.slice(0, -1) };
}

function outcomeFrom(stored: StoredOutcome): RecordedOutcome {
  const { outcome, correction, actorId: id, actorName: displayName, actorMail: mail } = stored;
  const recordedAt = Date.parse(stored.recordedAt);
  return { ...outcome, recordedAt, recordedBy: { id, displayName, mail }, correction };
}
