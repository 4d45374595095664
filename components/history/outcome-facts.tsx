import { resultWord } from "@/components/decisions/words";
import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";
import { OutcomeBadge } from "./outcome-badge";
import { outcomeOf } from "./outcome-word";
import { evidenceMeaning, evidenceWord } from "./words";

/** What became of a decision or an intent, and how well that is known. */
export function outcomeFacts(row: Row) {
  const outcome = outcomeOf(row);
  if (outcome === "recorded") {
    return [
      { name: "Result", fact: "Recorded: to keep a guest changes nothing in the directory." },
    ];
  }
  if (outcome === null) {
    const fact = "Nobody knows yet: no outcome was recorded. Resolve it by reading the directory.";
    return [{ name: "Result", fact }];
  }
  return [{ name: "Result", fact: <OutcomeBadge row={row} /> }, ...factsOf(outcome, row)];
}

type Row = Extract<HistoryRow, { kind: "decided" | "intended" }>;
type RecordedOutcome = NonNullable<Row["outcome"]>;

function factsOf(outcome: RecordedOutcome, row: Row) {
  const { evidence, detail, requestId, recordedAt, recordedBy, correction } = outcome;
  const meaning =
    evidence === "audited" && outcome.auditRecord === undefined
      ? "Matched to a record in Microsoft Entra's own audit log, before the record's id was kept."
      : evidenceMeaning(outcome, row.kind);
  return [
    ...(correction === null ? [] : [{ name: "Corrected because", fact: correction }]),
    ...(detail === null ? [] : [{ name: "Detail", fact: detail }]),
    { name: "Evidence", fact: `${evidenceWord(outcome)}. ${meaning}` },
    { name: "Recorded", fact: <Moment at={recordedAt} as="full" /> },
    { name: "Recorded by", fact: <PersonName {...nameOf(recordedBy)} /> },
    ...(requestId === null ? [] : [{ name: "Graph request", fact: <code>{requestId}</code> }]),
  ];
}

function nameOf({ displayName, id }: RecordedOutcome["recordedBy"]) {
  return { name: displayName, fallback: id };
}

/** What was recorded before and has been replaced: nothing that was said of an act disappears. */
export function EarlierOutcomes({ row }: { readonly row: Row }) {
  return row.earlierOutcomes.map((outcome, index) => (
    <FactList
      // Outcomes are only ever added at the end.
      key={index}
      title="Earlier outcome, replaced"
      facts={[
        { name: "Result", fact: resultWord(outcome) },
        ...factsOf(outcome, { ...row, outcome }),
      ]}
    />
  ));
}
