import type { HistoryRow } from "@/lib/contract/history";
import { resultWord } from "@/components/decisions/words";
import { ACCESS_WORD, RESULT_WORD } from "./words";

/** What became of an act; null while nobody knows, and "recorded" where an entry has no act. */
export function outcomeOf(row: HistoryRow) {
  const acts = row.kind === "intended" || (row.kind === "decided" && row.decision !== "keep");
  return acts ? row.outcome : "recorded";
}

/** What became of an entry, in a word. */
export function outcomeWord(row: HistoryRow): string {
  if (row.kind === "review-result") {
    const { access, notApplied } = row.result;
    return access === "still-there" && notApplied !== null
      ? "Still has access"
      : ACCESS_WORD[access];
  }
  const outcome = outcomeOf(row);
  if (outcome === "recorded") return "Recorded";
  return outcome === null ? RESULT_WORD.unresolved : resultWord(outcome);
}
