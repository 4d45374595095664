import type { OperationRow } from "@/lib/contract/history";
import { CLOCK_SKEW_MILLISECONDS, type Instant } from "@/lib/domain/time";

/**
 * The operation that deleted a guest's account; null where none did, so that somebody else removed it. An earlier removal
 * that was restored since does not count: the account must have been deleted between the plan and its outcome.
 */
export function removalOf(
  rows: readonly OperationRow[],
  guestId: string,
  deletedAt: Instant | null,
): OperationRow | null {
  if (deletedAt === null) return null;
  const found = rows.find(
    ({ operation, outcome, recordedAt }) =>
      operation.guestId === guestId &&
      (outcome?.result === "done" || outcome?.result === "partly-done") &&
      recordedAt - CLOCK_SKEW_MILLISECONDS <= deletedAt &&
      deletedAt <= outcome.recordedAt + CLOCK_SKEW_MILLISECONDS,
  );
  return found ?? null;
}

/** Whether a removal may have deleted the account of which nobody knows yet what became; also where its day is not known. */
export function mayHaveRemoved(
  rows: readonly OperationRow[],
  guestId: string,
  deletedAt: Instant | null,
): boolean {
  if (deletedAt === null) return true;
  return rows.some(
    ({ operation, outcome, recordedAt }) =>
      operation.guestId === guestId &&
      (outcome === null || outcome.result === "unknown") &&
      recordedAt - CLOCK_SKEW_MILLISECONDS <= deletedAt,
  );
}
