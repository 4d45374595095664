import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";

/** Who made an entry, when, and why where a reason was given. */
export function whoFacts(row: HistoryRow) {
  const why = { name: "Why", fact: <PersonName name={row.reason} /> };
  return [
    { name: "Who", fact: <PersonName name={row.actor.displayName} fallback={row.actor.id} /> },
    { name: "When", fact: <Moment at={row.recordedAt} as="full" /> },
    ...(row.reason === "" ? [] : [why]),
  ];
}
