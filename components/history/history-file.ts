import { deciderOf } from "@/lib/domain/reviews/result";
import type { Instant } from "@/lib/domain/time";
import type { HistoryRequest, HistoryRow } from "@/lib/contract/history";

/** Whose history a file is of, how it was filtered, and who exported it when. */
interface Export {
  readonly tenantId: string;
  readonly filters: HistoryRequest;
  readonly exportedAt: Instant;
  readonly exportedBy: { readonly id: string; readonly name: string };
}

/** The entries for programs, with all that the API says of them; a program reads the times of the head as text. */
export function historyFile(rows: readonly HistoryRow[], { exportedAt, ...head }: Export) {
  return { ...head, exportedAt: new Date(exportedAt).toISOString(), rows: rows.map(withDecider) };
}

/** A program must not take the person who recorded a review's result for the one who decided. */
function withDecider(row: HistoryRow) {
  if (row.kind !== "review-result") return row;
  return { ...row, decidedBy: deciderOf(row.result), recordedBy: row.actor };
}
