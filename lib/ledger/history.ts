import "server-only";
import type { HistoryAnswer, HistoryRow } from "@/lib/contract/history";
import type { Operation, Subject } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import { hexFromBytes } from "./bytes";
import type { Caller } from "./caller";
import { database, type Database } from "./database";
import { bodyFromDatabase, type BoundBody, operationFrom } from "./entry-row";
import type { HistoryFilter } from "./history-query";
import { requestFrom } from "./stored-request";
import { historyQuery, type StoredRow } from "./history-query";
import { inTenant } from "./tenant-transaction";

/** A page of the caller's tenant's history, newest first, each operation with its outcomes. */
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
    const guest = guestFrom(stored, body.result.guestId);
    return { ...shared, kind: "review-result", guest, ...correctedFrom(stored, body.result) };
  }
  const operation = operationFrom(body);
  if (operation !== null) return { ...shared, ...plannedFrom(stored, operation) };
  throw new TypeError(`The history has no rows of kind ${stored.kind}.`);
}

function plannedFrom(stored: StoredRow, operation: Operation) {
  const { guestId, reason, subject } = operation;
  return {
    kind: "planned" as const,
    operation: { ...operation, steps: [...operation.steps] },
    reason,
    // Parsed by the contract before it was written, like every body.
    subject: (stored.made as unknown as Subject | null) ?? subject,
    guest: guestId === null ? null : guestFrom(stored, guestId),
    ...outcomesFrom(stored),
  };
}

interface StoredCorrection {
  readonly entryId: string;
  readonly result: ReviewResult;
  readonly reason: string;
  readonly recordedAt: string;
  readonly actorId: string;
  readonly actorName: string | null;
  readonly actorMail: string | null;
}

type ResultRow = Extract<HistoryRow, { kind: "review-result" }>;

/** A result with the latest correction, and what was said before it. */
function correctedFrom(
  stored: StoredRow,
  copied: ReviewResult,
): Pick<ResultRow, "result" | "correction" | "earlierAccess"> {
  // Parsed by the contract before they were written, like every body.
  const corrections = (stored.corrections ?? []) as unknown as readonly StoredCorrection[];
  const all = [
    { result: copied, correction: null },
    ...corrections.map((each) => ({
      result: each.result,
      correction: {
        entryId: each.entryId,
        reason: each.reason,
        recordedAt: Date.parse(each.recordedAt),
        recordedBy: { id: each.actorId, displayName: each.actorName, mail: each.actorMail },
      },
    })),
  ];
  const earlierAccess = all.slice(0, -1).map(({ result, correction }) => ({
    access: result.access,
    notApplied: result.notApplied,
    correction,
  }));
  const latest = all.at(-1);
  return {
    result: latest?.result ?? copied,
    correction: latest?.correction ?? null,
    earlierAccess,
  };
}

function guestFrom(stored: StoredRow, id: string) {
  return { id, displayName: stored.guest_name, mail: stored.guest_mail };
}

type PlannedRow = Extract<HistoryRow, { kind: "planned" }>;

type RecordedOutcome = NonNullable<PlannedRow["outcome"]>;

/** As historyQuery builds it. */
interface StoredOutcome {
  readonly entryId: string;
  readonly stepId: string | null;
  readonly createdId: string | null;
  readonly outcome: Outcome;
  readonly correction: string | null;
  readonly recordedAt: string;
  readonly actorId: string;
  readonly actorName: string | null;
  readonly actorMail: string | null;
}

/** The outcome that holds and those that it has replaced, and the same of each step that has one of its own. */
function outcomesFrom(row: StoredRow): Pick<PlannedRow, "outcome" | "earlierOutcomes" | "steps"> {
  // Parsed by the contract before they were written, like every body.
  const stored = (row.outcomes ?? []) as unknown as readonly StoredOutcome[];
  const bound = (row.bound ?? []) as unknown as readonly BoundBody[];
  const stepIds = new Set([...stored, ...bound].flatMap(({ stepId }) => stepId ?? []));
  return {
    ...inOrder(stored.filter(({ stepId }) => stepId === null)),
    steps: [...stepIds].map((id) => {
      const request = bound.findLast(({ stepId }) => stepId === id)?.request;
      const own = stored.filter(({ stepId }) => stepId === id);
      return {
        stepId: id,
        bound: request === undefined ? null : requestFrom(request),
        createdId: own.findLast(({ createdId }) => createdId !== null)?.createdId ?? null,
        ...inOrder(own),
      };
    }),
  };
}

function inOrder(stored: readonly StoredOutcome[]): {
  readonly outcome: RecordedOutcome | null;
  readonly earlierOutcomes: RecordedOutcome[];
} {
  const recorded = stored.map(outcomeFrom);
  return { outcome: recorded.at(-1) ?? null, earlierOutcomes: recorded.slice(0, -1) };
}

function outcomeFrom(stored: StoredOutcome): RecordedOutcome {
  const {
    entryId,
    outcome,
    correction,
    actorId: id,
    actorName: displayName,
    actorMail: mail,
  } = stored;
  const recordedAt = Date.parse(stored.recordedAt);
  return { entryId, ...outcome, recordedAt, recordedBy: { id, displayName, mail }, correction };
}
