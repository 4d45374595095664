import type { HistoryRequest, HistoryRow } from "@/lib/contract/history";

/** The entries for programs, with all that the API says of them, and which they are: of whom, and filtered how. */
export function historyFile(
  rows: readonly HistoryRow[],
  tenantId: string,
  filters: HistoryRequest,
) {
  return { tenantId, filters, rows };
}
