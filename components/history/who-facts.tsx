import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";

const actor = ({ actor: { id, displayName } }: HistoryRow) => (
  <PersonName name={displayName} fallback={id} />
);
const recordedAt = (row: HistoryRow) => <Moment at={row.recordedAt} as="full" />;

/** Who made an entry, when, and why where a reason was given. */
export function whoFacts(row: HistoryRow) {
  const why = { name: "Why", fact: <PersonName name={row.reason} /> };
  return [
    { name: "Who", fact: actor(row) },
    { name: "When", fact: recordedAt(row) },
    ...(row.reason === "" ? [] : [why]),
  ];
}

/** Who copied a review's result into the history, and when: not who decided, nor when. */
export function recorderFacts(row: HistoryRow) {
  return [
    { name: "Recorded by", fact: actor(row) },
    { name: "Recorded", fact: recordedAt(row) },
  ];
}
