import { resultWord } from "@/components/plan/plan-labels";
import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { OperationRow } from "@/lib/contract/history";
import { isDone, isFromReading } from "@/lib/domain/outcome";
import { laterStepOf } from "@/lib/operations/registry";
import { OutcomeBadge } from "./outcome-badge";
import { outcomeOf } from "@/components/entries/outcome-word";
import { evidenceMeaning, evidenceWord } from "@/components/entries/entry-labels";

/** What became of an operation, and how well that is known. */
export function outcomeFacts(row: OperationRow) {
  const outcome = outcomeOf(row);
  if (outcome === "recorded") {
    return [
      { name: "Result", fact: "Recorded: to keep a guest changes nothing in the directory." },
    ];
  }
  if (outcome === null) {
    const fact = "Not known: no outcome was recorded. Check it by reading the directory.";
    return [{ name: "Result", fact }];
  }
  return [{ name: "Result", fact: <OutcomeBadge row={row} /> }, ...factsOf(outcome)];
}

/** Whether a person says so, and no reading. */
function isOfPerson({ correction }: RecordedOutcome): boolean {
  return correction != null && !isFromReading(correction);
}

type RecordedOutcome = NonNullable<OperationRow["outcome"]>;

function factsOf(outcome: RecordedOutcome) {
  const { evidence, detail, requestId, recordedAt, recordedBy, correction } = outcome;
  const meaning =
    evidence === "audited" && outcome.auditRecord === undefined
      ? "It was matched before the record's ID was kept."
      : evidenceMeaning(outcome);
  return [
    ...(correction === null
      ? []
      : [{ name: "Corrected because", fact: <PersonName name={correction} /> }]),
    ...(detail === null ? [] : [{ name: "Detail", fact: <PersonName name={detail} /> }]),
    { name: "Evidence", fact: `${evidenceWord(outcome)}. ${meaning}` },
    { name: "Recorded", fact: <Moment at={recordedAt} as="full" /> },
    { name: "Recorded by", fact: <PersonName {...nameOf(recordedBy)} /> },
    ...(requestId === null ? [] : [{ name: "Graph request", fact: <code>{requestId}</code> }]),
  ];
}

function nameOf({ displayName, id }: RecordedOutcome["recordedBy"]) {
  return { name: displayName, fallback: id };
}

/** What was recorded before and has been replaced: nothing that was said of an operation disappears. */
export function EarlierOutcomes({ row }: { readonly row: OperationRow }) {
  return row.earlierOutcomes.map((outcome, index) => (
    <FactList
      // Outcomes are only ever added at the end.
      key={index}
      title="Earlier outcome, replaced"
      facts={[{ name: "Result", fact: resultWord(outcome) }, ...factsOf(outcome)]}
    />
  ));
}

/** What became of one of several requests. The first of them has the operation's own outcome while no other was begun. */
export function stepFacts(
  recorded: OperationRow["steps"][number] | undefined,
  {
    index,
    name,
    row,
  }: { readonly index: number; readonly name: string; readonly row: OperationRow },
) {
  const outcome = recorded?.outcome ?? null;
  if (outcome !== null) {
    return [{ name: "Result", fact: resultWord(outcome) }, ...factsOf(outcome)];
  }
  if (index === 0) return [];
  return [{ name: "Result", fact: notBegunWord(name, row) }];
}

/** A later request without an outcome: what is done wholly had nothing to do in it. */
function notBegunWord(name: string, row: OperationRow): string {
  const { outcome, earlierOutcomes, operation } = row;
  // What a person says of the whole since does not change that there was nothing to do in it.
  const wasDone = [outcome, ...earlierOutcomes].some(
    (each) => each !== null && isDone(each) && (each === outcome || !isOfPerson(each)),
  );
  if (!wasDone && (outcome === null || outcome.result === "unknown")) return "Unknown";
  if (!wasDone) return "Not begun";
  return laterStepOf(operation.kind, name)?.notNeeded ?? "Not sent: there was nothing to do.";
}
