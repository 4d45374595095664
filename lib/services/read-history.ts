import type { HistoryAnswer, HistoryRequest, HistoryRow } from "@/lib/contract/history";
import type { CallApi } from "./api";

/** One page of the history, newest first. */
export function readHistory(
  api: CallApi,
  request: HistoryRequest,
  signal?: AbortSignal,
): Promise<HistoryAnswer> {
  const schema = async () => (await import("@/lib/contract/history")).historyAnswer;
  const query = new URLSearchParams(
    Object.entries(request).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, `${value}`]] : [],
    ),
  );
  return api<HistoryAnswer>(`/api/history?${query.toString()}`, schema, {
    ...(signal && { signal }),
  });
}

/** Every row that matches, page after page. */
export async function readWholeHistory(
  api: CallApi,
  request: Omit<HistoryRequest, "before" | "limit">,
  signal?: AbortSignal,
): Promise<readonly HistoryRow[]> {
  const rows: HistoryRow[] = [];
  let before: number | null = null;
  do {
    const page: HistoryAnswer = await readHistory(
      api,
      { ...request, limit: 200, ...(before !== null && { before }) },
      signal,
    );
    rows.push(...page.rows);
    before = page.next;
  } while (before !== null);
  return rows;
}
