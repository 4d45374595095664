import { type GuestOperationKind, isGuestOperation } from "@/lib/domain/operation";
import type { HistoryRow } from "@/lib/contract/history";
import type { Known } from "@/lib/domain/known";
import type { Result } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import type { DoneOperation } from "@/lib/domain/undo";
import { readWholeHistory } from "@/lib/services/read-history";
import { isOperation } from "@/lib/contract/history";
import type { CallApi } from "@/lib/services/api";

/**
 * What the history says was done of a plan, and of whom it was decided again since: what somebody else has done
 * meanwhile is not to be taken back with it. Throws ApiError.
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
  const first = Math.min(...done.map(({ recordedAt }) => recordedAt));
  if (done.length === 0) return [];
  const from = new Date(first).toISOString();
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
    const changedSince = later.some((each) => mayHaveChanged(each, row));
    return { id, kind, known, guest, doneAt, changedSince };
  });
}

interface GuestOperationRow {
  readonly id: string;
  readonly seq: number;
  readonly recordedAt: Instant;
  readonly kind: GuestOperationKind;
  readonly known: Known;
  readonly guest: DoneOperation["guest"];
  readonly result: Result | null;
}

/** A row about a guest's own account; nothing of another one. */
function guestOperationOf(row: HistoryRow): readonly GuestOperationRow[] {
  if (!isOperation(row) || row.guest === null) return [];
  const { id, seq, recordedAt, guest, outcome } = row;
  const { kind, known, steps } = row.operation;
  if (!isGuestOperation(kind) || known === null) return [];
  // The rest of another operation changes nothing that is taken back.
  if (steps[0] !== undefined && steps[0].name !== kind) return [];
  return [{ id, seq, recordedAt, kind, known, guest, result: outcome?.result ?? null }];
}

/**
 * Whether a later operation on the same account stands against taking an earlier one back: it may have had an effect, or
 * somebody planned what was already done.
 */
function mayHaveChanged(later: GuestOperationRow, row: GuestOperationRow): boolean {
  if (later.seq <= row.seq) return false;
  if (later.kind === "keep" || later.kind === "resend") return false;
  return later.result !== "failed" && later.result !== "refused";
}
