"use client";

import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { KIND_WORDS, RESULT_WORDS } from "@/components/decisions/words";
import { AppLink } from "@/components/ui/app-link";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";
import { useHistory } from "@/lib/queries/history";
import { PanelSection } from "./facts";

const SHOWN = 10;

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
});

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
  const styles = useStyles();
  const history = useHistory({ guest: guestId, limit: SHOWN });
  const rows = history.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <PanelSection title="History of decisions">
      {history.isPending && <Spinner size="tiny" label="Reading the history" />}
      {history.isError && <Text>The history could not be read.</Text>}
      {history.isSuccess && rows.length === 0 && <Text>Nothing was decided yet.</Text>}
      {rows.length > 0 && (
        <>
          <ul className={styles.list}>
            {rows.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </ul>
          <AppLink href={`/history?guest=${guestId}`}>Show it in the history</AppLink>
        </>
      )}
    </PanelSection>
  );
}
