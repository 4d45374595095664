"use client";

import { Spinner, Text } from "@fluentui/react-components";
import { KIND_WORDS, RESULT_WORDS } from "@/components/decisions/words";
import { AppLink } from "@/components/ui/app-link";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { PlainList, Section } from "@/components/ui/section";
import type { HistoryRow } from "@/lib/contract/history";
import { useHistory } from "@/lib/queries/history";

const SHOWN = 10;

function Line({ row }: { readonly row: HistoryRow }) {
  if (row.kind !== "decided") return null;
  const { decision, outcome, actor, reason } = row;
  const result = decision === "keep" ? null : outcome;
  return (
    <li>
      <div>
        <Text weight="semibold">{KIND_WORDS[decision].verb}</Text>
        {decision !== "keep" && `: ${result ? RESULT_WORDS[result.result] : "no outcome yet"}`}
      </div>
      <Text size={200}>
        <Moment at={row.recordedAt} /> by{" "}
        <PersonName name={actor.displayName} fallback={actor.id} />: {reason}
      </Text>
    </li>
  );
}

/** What was decided about one guest, the latest first. */
export function GuestHistory({ guestId }: { readonly guestId: string }) {
  const history = useHistory({ guest: guestId, limit: SHOWN });
  const rows = history.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Section title="History of decisions">
      {history.isPending && <Spinner size="tiny" label="Reading the history" />}
      {history.isError && <Text>The history could not be read.</Text>}
      {history.isSuccess && rows.length === 0 && <Text>Nothing was decided yet.</Text>}
      {rows.length > 0 && (
        <>
          <PlainList>
            {rows.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </PlainList>
          <AppLink href={`/history?guest=${guestId}`}>Show it in the history</AppLink>
        </>
      )}
    </Section>
  );
}
