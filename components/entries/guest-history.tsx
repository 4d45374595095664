"use client";

import { Spinner, Text } from "@fluentui/react-components";
import { resultWord } from "@/components/plan/plan-labels";
import { entryWord } from "./about-entry";
import { AlteredMark } from "./altered";
import { ErasePersonLink } from "./erase-person-link";
import { ACCESS_WORD, ENTRY_WORD, RESULT_WORD } from "./entry-labels";
import { AppLink } from "@/components/ui/app-link";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { PlainList, Section } from "@/components/ui/section";
import type { HistoryRow } from "@/lib/contract/history";
import { useHistory } from "@/lib/queries/history";

const SHOWN = 10;

/** What an entry is called and what became of it. */
function wordsFor(row: HistoryRow): string {
  switch (row.kind) {
    case "planned": {
      const word = entryWord(row);
      return row.operation.kind === "keep" ? word : `${word}: ${becameOf(row.outcome)}`;
    }
    case "review-result":
      return `${ENTRY_WORD[row.kind]}: ${row.result.decision}. ${ACCESS_WORD[row.result.access]}`;
    case "policy-set":
    case "template-saved":
    case "person-erased":
    case "unreadable":
      return ENTRY_WORD[row.kind];
  }
}

type Outcome = Extract<HistoryRow, { kind: "planned" }>["outcome"];

const becameOf = (outcome: Outcome) => (outcome ? resultWord(outcome) : RESULT_WORD.unresolved);

function Line({ row }: { readonly row: HistoryRow }) {
  const { actor, reason } = row;
  return (
    <li>
      <Text block weight="semibold">
        {wordsFor(row)}
        {row.altered && <AlteredMark />}
      </Text>
      <Text size={200}>
        <Moment at={row.recordedAt} /> {row.kind === "review-result" ? "recorded by" : "by"}{" "}
        <PersonName name={actor.displayName} fallback={actor.id} />
        {reason !== "" && (
          <>
            : <PersonName name={reason} />
          </>
        )}
      </Text>
    </li>
  );
}

/** What is recorded about one guest, the latest first. */
export function GuestHistory({ guestId }: { readonly guestId: string }) {
  const history = useHistory({ guest: guestId, limit: SHOWN });
  const rows = history.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Section title="History">
      {history.isPending && <Spinner size="tiny" label="Reading the history" />}
      {history.isError && <Text>The history could not be read.</Text>}
      {history.isSuccess && rows.length === 0 && <Text>Nothing is recorded yet.</Text>}
      {rows.length > 0 && (
        <>
          <PlainList>
            {rows.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </PlainList>
          <span>
            <AppLink href={`/history?guest=${guestId}`}>Show it in the history</AppLink>
            <ErasePersonLink personId={guestId} />
          </span>
        </>
      )}
    </Section>
  );
}
