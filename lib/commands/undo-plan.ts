import type { HistoryRow } from "@/lib/contract/history";
import { sameId } from "@/lib/domain/make-plan";
import type { DoneDecision } from "@/lib/domain/undo";
import { readWholeHistory } from "@/lib/queries/read-history";
import type { DecidedRow } from "@/lib/queries/unresolved";
import type { CallApi } from "@/lib/services/api";

/**
 * What the history says was done of a plan, and of whom it was decided again since: what somebody else has done
 * meanwhile is not to be taken back with it. Throws ApiError.
 */
export async function readDone(
  api: CallApi,
  planId: string,
  signal?: AbortSignal,
): Promise<readonly DoneDecision[]> {
  const rows = await readWholeHistory(api, { plan: planId, result: "done" }, signal);
  const done = rows.filter(isDecided);
  const first = Math.min(...done.map(({ recordedAt }) => recordedAt));
  if (done.length === 0) return [];
  const from = new Date(first).toISOString();
  const since = (await readWholeHistory(api, { from }, signal)).filter(isDecided);
  return done.map((row) => ({
    id: row.id,
    kind: row.decision,
    known: row.known,
    guest: row.guest,
    changedSince: since.some((later) => mayHaveChanged(later, row)),
  }));
}

function isDecided(row: HistoryRow): row is DecidedRow {
  return row.kind === "decided";
}

/** Whether a later decision was about the same account, and may have had an effect. */
function mayHaveChanged(later: DecidedRow, row: DecidedRow): boolean {
  if (later.seq <= row.seq || !sameId(later.guest.id, row.guest.id)) return false;
  if (later.decision === "keep" || later.decision === "resend") return false;
  const result = later.outcome?.result;
  return result !== "failed" && result !== "refused";
}
