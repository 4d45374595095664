import type { CsvCell, CsvSheet } from "@/components/ui/csv";
import type { HistoryRow } from "@/lib/contract/history";
import { DECISION_WORD, EVIDENCE_WORD, RESULT_WORD } from "./words";

const columns = [
  "Place in the chain",
  "Recorded at (UTC)",
  "Who",
  "Who (object id)",
  "Decision",
  "Guest",
  "Guest's mail",
  "Guest (object id)",
  "Reason",
  "Known at that moment",
  "Outcome",
  "Evidence",
  "Detail",
  "Graph request id",
  "Plan",
  "Entry",
  "Hash",
];

function cellsOf(row: HistoryRow): CsvCell[] {
  const begin = [
    row.seq,
    new Date(row.recordedAt).toISOString(),
    row.actor.displayName,
    row.actor.id,
  ];
  if (row.kind === "policy-set") {
    const { policy } = row;
    const known = `Stale after ${policy.staleAfterDays} days, grace ${policy.newGuestGraceDays}, pending after ${policy.pendingAfterDays}, ${policy.protectedAccounts.length} protected`;
    const gap = [null, null, null];
    const outcome = ["Recorded", null, null, null, null];
    return [
      ...begin,
      DECISION_WORD["policy-set"],
      ...gap,
      row.reason,
      known,
      ...outcome,
      row.id,
      row.hash,
    ];
  }
  const { outcome, guest } = row;
  const result = row.decision === "keep" ? "Recorded" : RESULT_WORD[outcome?.result ?? "unsettled"];
  return [
    ...begin,
    DECISION_WORD[row.decision],
    guest.displayName,
    guest.mail,
    guest.id,
    row.reason,
    row.known.explanation,
    result,
    outcome === null ? null : EVIDENCE_WORD[outcome.evidence],
    outcome?.detail ?? null,
    outcome?.requestId ?? null,
    row.planId,
    row.id,
    row.hash,
  ];
}

/** The entries as a sheet for people who were not there: names and ids, words and hashes. */
export function historySheet(rows: readonly HistoryRow[]): CsvSheet {
  return { columns, rows: rows.map(cellsOf) };
}
