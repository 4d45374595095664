import { NOT_APPLIED_WORD } from "@/lib/domain/reviews/not-applied-label";
import { applyResultWord, recommendationWord } from "@/components/entries/review-item-labels";
import { resultWord } from "@/components/plan/plan-labels";
import type { CsvCell, CsvSheet } from "@/components/ui/csv";
import type { HistoryRow, OperationRow } from "@/lib/contract/history";
import { cardsAndTexts } from "@/lib/domain/integrity-sentences";
import { deciderOf } from "@/lib/domain/reviews/result";
import { decisionIn, entryWord, guestOf } from "@/components/entries/about-entry";
import { correctionsOf, type Correction } from "./corrections";
import { outcomeOf, outcomeWord } from "@/components/entries/outcome-word";
import { policyLine } from "@/components/entries/policy-labels";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import { DECIDER_WORD, evidenceWord } from "@/components/entries/entry-labels";

/** The names of reviewers by their ids. */
type Names = ReadonlyMap<string, string>;
type Cells = Readonly<Record<string, (row: HistoryRow, names: Names) => CsvCell>>;

/** What is told of one kind of entry only; other rows leave it empty. */
function only<Kind extends HistoryRow["kind"]>(
  kind: Kind,
  cell: (row: Extract<HistoryRow, { kind: Kind }>) => CsvCell,
) {
  return (row: HistoryRow): CsvCell =>
    row.kind === kind ? cell(row as Extract<HistoryRow, { kind: Kind }>) : null;
}

function known(row: HistoryRow): string | null {
  switch (row.kind) {
    case "planned":
      return row.operation.known?.explanation ?? null;
    case "policy-set":
      return policyLine(row.policy);
    case "person-erased":
      return `${cardsAndTexts(row)} of ${row.personId} were erased`;
    case "review-result":
    case "template-saved":
    case "unreadable":
      return null;
  }
}

function outcome(row: HistoryRow) {
  const known = outcomeOf(row);
  return known === "recorded" ? null : known;
}

function evidence(row: HistoryRow): string | null {
  const known = outcome(row);
  return known == null ? null : evidenceWord(known);
}

/** Who decided: of a review's result the reviewer, not the person who recorded it. */
function decider(row: HistoryRow, names: Names): string | null {
  if (row.kind !== "review-result") return row.actor.displayName;
  const by = deciderOf(row.result);
  return by.kind === "reviewer" ? (names.get(by.id) ?? null) : DECIDER_WORD[by.kind];
}

function deciderId(row: HistoryRow): string | null {
  return row.kind === "review-result" ? row.result.reviewedBy : row.actor.id;
}

const columns: Cells = {
  "Place in the chain": (row) => row.seq,
  "Recorded at (UTC)": (row) => new Date(row.recordedAt).toISOString(),
  Who: decider,
  "Who (object id)": deciderId,
  "Recorded by": (row) => row.actor.displayName,
  "Recorded by (object id)": (row) => row.actor.id,
  Operation: (row) => entryWord(row),
  Guest: (row) => guestOf(row)?.displayName ?? null,
  "Guest's mail": (row) => guestOf(row)?.mail ?? null,
  "Guest (object id)": (row) =>
    row.kind === "person-erased" ? row.personId : (guestOf(row)?.id ?? null),
  Reason: (row) => (row.reason === "" ? null : row.reason),
  "Known at the time": known,
  "Settings before": only("policy-set", ({ before }) =>
    before === null
      ? `The defaults: ${policyLine({ ...DEFAULT_POLICY, confirmAbove: undefined })}`
      : policyLine(before),
  ),
  Outcome: outcomeWord,
  Evidence: evidence,
  Detail: (row) => outcome(row)?.detail ?? null,
  "Graph request id": (row) => outcome(row)?.requestId ?? null,
  "Review or group (object id)": (row) =>
    row.kind === "review-result"
      ? row.result.reviewId
      : only("planned", ({ subject }) => (subject.type === "guest" ? null : subject.id))(row),
  Request: only("planned", (row) =>
    joined(requestsOf(row).map(({ method, path }) => `${method} ${path}`)),
  ),
  "Body of the request": only("planned", (row) => {
    const bodies = requestsOf(row).map(({ body }) => body);
    return bodies.every((body) => body === null) ? null : joined(bodies.map(textOf));
  }),
  "Outcome of each request": only("planned", ({ operation, steps }) =>
    joined(
      operation.steps.flatMap(({ id, name }) => {
        const outcome = steps.find(({ stepId }) => stepId === id)?.outcome;
        return outcome == null ? [] : [`${name}: ${resultWord(outcome)}`];
      }),
    ),
  ),
  "Access to": only("review-result", ({ result }) => result.resourceName ?? result.resourceId),
  "Review began (UTC)": only("review-result", ({ result }) => instant(result.startsAt)),
  "Review ended (UTC)": only("review-result", ({ result }) => instant(result.endsAt)),
  "Review's decision": decisionIn,
  Recommendation: only("review-result", ({ result }) => recommendationWord(result.recommendation)),
  Justification: only("review-result", ({ result }) => result.justification),
  "Decided at (UTC)": only("review-result", ({ result }) => instant(result.reviewedAt)),
  "Apply result": only("review-result", ({ result }) => applyResultWord(result.applyResult)),
  "Why not applied": only("review-result", ({ result }) =>
    result.notApplied === null ? null : NOT_APPLIED_WORD[result.notApplied],
  ),
  "Corrected because": corrected(({ reason }) => reason),
  "Corrected by": corrected(({ by }) => by.displayName ?? by.id),
  "Corrected at (UTC)": corrected(({ at }) => new Date(at).toISOString()),
  "Before the correction": corrected(({ before }) => before.join("\n")),
  Template: only("template-saved", ({ name, draft }) =>
    draft === null ? `${name} (deleted)` : name,
  ),
  Plan: only("planned", ({ operation }) => operation.planId),
  "Operations confirmed in the plan": only("planned", ({ confirmed }) => confirmed ?? null),
  Entry: (row) => row.id,
  "As recorded": (row) => (row.altered ? "No: run the check" : "Yes"),
  Hash: (row) => row.hash,
};

/** What is told of each correction of a row: of one of several requests under its name. */
function corrected(sentenceOf: (correction: Correction) => string) {
  return (row: HistoryRow): CsvCell =>
    joined(
      correctionsOf(row).map((correction) => {
        const { request } = correction;
        return `${request === null ? "" : `${request}: `}${sentenceOf(correction)}`;
      }),
    );
}

/** The requests as they were sent, as far as they were. */
function requestsOf({ operation, steps }: OperationRow) {
  return operation.steps.map(
    ({ id, request }) => steps.find(({ stepId }) => stepId === id)?.bound ?? request,
  );
}

function textOf(body: unknown): string {
  return body === null ? "" : JSON.stringify(body);
}

/** Of several requests each on a line of its own. */
function joined(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.join("\n");
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** The entries as a sheet for people who were not there: names and ids, words and hashes. */
export function historySheet(rows: readonly HistoryRow[], names: Names = new Map()): CsvSheet {
  const cells = Object.values(columns);
  return {
    columns: Object.keys(columns),
    rows: rows.map((row) => cells.map((cell) => cell(row, names))),
  };
}
