import type { HistoryRow } from "@/lib/contract/history";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import { resultWord } from "@/components/plan/plan-labels";
import { ACCESS_WORD, RESULT_WORD } from "./entry-labels";

/** What became of an operation; null while nobody knows, and "recorded" where an entry sends nothing. */
export function outcomeOf(row: HistoryRow) {
  return row.kind === "planned" && row.operation.kind !== "keep" ? row.outcome : "recorded";
}

/** What became of a reviewed access, in a word. */
export function accessWord({
  access,
  notApplied,
}: Pick<ReviewResult, "access" | "notApplied">): string {
  return access === "still-there" && notApplied !== null ? "Still has access" : ACCESS_WORD[access];
}

/** What became of an entry, in a word. */
export function outcomeWord(row: HistoryRow): string {
  if (row.kind === "review-result") return accessWord(row.result);
  const outcome = outcomeOf(row);
  if (outcome === "recorded") return "Recorded";
  return outcome === null ? RESULT_WORD.unresolved : resultWord(outcome);
}
