import { Moment } from "@/components/ui/moment";
import type { HistoryRow } from "@/lib/contract/history";
import { OutcomeBadge } from "./outcome-badge";
import { outcomeOf } from "./outcome-word";
import { evidenceMeaning, EVIDENCE_WORD } from "./words";

/** What became of a decision or an intent, and how well that is known. */
export function outcomeFacts(row: Extract<HistoryRow, { kind: "decided" | "intended" }>) {
  const outcome = outcomeOf(row);
  if (outcome === "recorded") {
    return [
      { name: "Result", fact: "Recorded: to keep a guest changes nothing in the directory." },
    ];
  }
  if (outcome === null) {
    const fact = "Nobody knows yet: no outcome was recorded. Settle it by reading the directory.";
    return [{ name: "Result", fact }];
  }
  const { evidence, detail, requestId, recordedAt } = outcome;
  return [
    { name: "Result", fact: <OutcomeBadge row={row} /> },
    ...(detail === null ? [] : [{ name: "Detail", fact: detail }]),
    {
      name: "Evidence",
      fact: `${EVIDENCE_WORD[evidence]}. ${evidenceMeaning(evidence, row.kind)}`,
    },
    { name: "Recorded", fact: <Moment at={recordedAt} as="full" /> },
    ...(requestId === null ? [] : [{ name: "Graph request", fact: <code>{requestId}</code> }]),
  ];
}
