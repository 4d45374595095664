import type { HistoryRow } from "@/lib/contract/history";
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
  const ofGuest = new Map<string, DecidedRow[]>();
  for (const row of since) {
    const key = row.guest.id.toLowerCase();
    const rows = ofGuest.get(key) ?? [];
    ofGuest.set(key, rows);
    rows.push(row);
  }
  return done.map((row) => {
    const later = ofGuest.get(row.guest.id.toLowerCase()) ?? [];
    return {
      id: row.id,
      kind: row.decision,
      known: row.known,
      guest: row.guest,
      doneAt: row.recordedAt,
      changedSince: later.some((each) => mayHaveChanged(each, row)),
    };
  });
}

function isDecided(row: HistoryRow): row is DecidedRow {
  return row.kind === "decided";
}

/**
 * Whether a later decision about the same account stands against taking an earlier one back: it may have had an effect,
 * or somebody wanted what was so already.
 */
function mayHaveChanged(later: DecidedRow, row: DecidedRow): boolean {
  if (later.seq <= row.seq) return false;
  if (later.decision === "keep" || later.decision === "resend") return false;
  const result = later.outcome?.result;
  return result !== "failed" && result !== "refused";
}
