import {
  type GuestOperationKind,
  isGuestOperation,
  type OperationStep,
} from "@/lib/domain/operation";
import { type HistoryRow, isOperation, type OperationRow } from "@/lib/contract/history";
import type { Known } from "@/lib/domain/known";
import type { Result } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import { type DoneOperation, isRestOfAnother, standsAgainst } from "@/lib/domain/undo";
import { readWholeHistory } from "@/lib/services/read-history";
import type { CallApi } from "@/lib/services/api";

/**
 * How far back to look for operations that were planned before and sent afterwards. The server knows how long each plan
 * ran, and refuses an undo that this misses.
 */
const LONGEST_RUN_MILLISECONDS = 3_600_000;

/**
 * What a plan did according to the history, and which of its guests were changed again since: other people's later
 * changes must not be undone with it. Throws ApiError.
 */
export async function readDone(
  api: CallApi,
  planId: string,
  signal?: AbortSignal,
): Promise<readonly DoneOperation[]> {
  const results = ["done", "partly-done"] as const;
  const rows = await Promise.all(
    results.map((result) => readWholeHistory(api, { plan: planId, result }, signal)),
  );
  const done = rows.flat().flatMap(guestOperationOf);
  if (done.length === 0) return [];
  const first = Math.min(...done.map(({ recordedAt }) => recordedAt));
  const from = new Date(first - LONGEST_RUN_MILLISECONDS).toISOString();
  const since = (await readWholeHistory(api, { from }, signal)).flatMap(guestOperationOf);
  const ofGuest = new Map<string, GuestOperationRow[]>();
  for (const row of since) {
    const key = row.guest.id.toLowerCase();
    const rows = ofGuest.get(key) ?? [];
    ofGuest.set(key, rows);
    rows.push(row);
  }
  return done.map((row) => {
    const later = ofGuest.get(row.guest.id.toLowerCase()) ?? [];
    const { id, kind, known, guest, recordedAt: doneAt } = row;
    const against = later.filter((each) => mayHaveChanged(each, row));
    const isTakenBack = against.some(({ undoes }) => undoes === id);
    const why = isTakenBack ? "taken-back" : against.length > 0 ? "changed-since" : null;
    return { id, kind, known, guest, doneAt, against: why };
  });
}

interface GuestOperationRow {
  readonly id: string;
  readonly seq: number;
  /** When its first outcome was recorded; null while there is none. */
  readonly heardOfAt: Instant | null;
  readonly recordedAt: Instant;
  readonly actorId: string;
  readonly kind: GuestOperationKind;
  readonly steps: readonly OperationStep[];
  readonly known: Known;
  readonly guest: DoneOperation["guest"];
  readonly undoes: string | null;
  readonly result: Result | null;
}

/** A row about a guest's own account; nothing of another one. */
function guestOperationOf(row: HistoryRow): readonly GuestOperationRow[] {
  if (!isOperation(row) || row.guest === null) return [];
  const { id, seq, recordedAt, actor, guest, outcome } = row;
  const { kind, known, steps, undoes } = row.operation;
  if (!isGuestOperation(kind) || known === null) return [];
  if (isRestOfAnother({ kind, steps })) return [];
  const said = [outcome, ...row.earlierOutcomes, ...row.steps.map((step) => step.outcome)];
  const times = said.flatMap((each) => each?.recordedAt ?? []);
  const heardOfAt = times.length === 0 ? null : Math.min(...times);
  const first = row.steps.find(({ stepId }) => stepId === id)?.outcome ?? outcome;
  const result = first?.result ?? null;
  return [
    {
      id,
      seq,
      heardOfAt,
      recordedAt,
      actorId: actor.id,
      kind,
      steps,
      known,
      guest,
      undoes,
      result,
    },
  ];
}

/**
 * The later operation on the same account that blocks undoing this one, its own undo first; null where there is none.
 * Throws ApiError.
 */
export async function readStandsAgainst(
  api: CallApi,
  row: OperationRow,
  signal?: AbortSignal,
): Promise<OperationRow | null> {
  const [own] = guestOperationOf(row);
  if (own === undefined) return null;
  const from = new Date(row.recordedAt - LONGEST_RUN_MILLISECONDS).toISOString();
  const since = await readWholeHistory(api, { guest: own.guest.id, from }, signal);
  const against = since.filter(isOperation).filter((later) => {
    const [operation] = guestOperationOf(later);
    return operation !== undefined && mayHaveChanged(operation, own);
  });
  // Newest first, as the history gives them.
  const undo = against.findLast(({ operation }) => operation.undoes === row.operation.id);
  return undo ?? against.at(-1) ?? null;
}

function mayHaveChanged(later: GuestOperationRow, row: GuestOperationRow): boolean {
  return later.id !== row.id && mayBeLater(later, row) && standsAgainst(later, row);
}

/** A plan may wait for long between its recording and its sending. */
function mayBeLater(later: GuestOperationRow, row: GuestOperationRow): boolean {
  if (later.seq > row.seq || later.heardOfAt === null) return true;
  return later.heardOfAt > row.recordedAt;
}
