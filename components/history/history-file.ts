import { deciderOf } from "@/lib/domain/reviews/result";
import type { HistoryRequest, HistoryRow } from "@/lib/contract/history";

/** The entries for programs, with all that the API says of them, and which they are: of whom, and filtered how. */
export function historyFile(
  rows: readonly HistoryRow[],
  tenantId: string,
  filters: HistoryRequest,
) {
  return { tenantId, filters, rows: rows.map(withDecider) };
}

/** A program must not take the person who recorded a review's result for the one who decided. */
function withDecider(row: HistoryRow) {
  if (row.kind !== "review-result") return row;
  return { ...row, decidedBy: deciderOf(row.result), recordedBy: row.actor };
}
