import { makeStyles, tokens } from "@fluentui/react-components";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";
import { deciderOf } from "@/lib/domain/reviews/result";
import { DECIDER_WORD } from "@/components/entries/entry-labels";

const useStyles = makeStyles({
  recorded: {
    display: "block",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The reviewers of these entries, of whom the history has only the ids. */
export function reviewersOf(rows: readonly HistoryRow[]) {
  const ids = rows.flatMap((row) => {
    if (row.kind !== "review-result") return [];
    const decider = deciderOf(row.result);
    return decider.kind === "reviewer" ? [decider.id] : [];
  });
  return [...new Set(ids)].map((id) => ({ kind: "user", id }) as const);
}

/** Who decided what an entry tells; of a review's result the reviewer, and beneath who copied it into the history. */
export function Decider(props: {
  readonly row: HistoryRow;
  /** The names of reviewers by their ids, as far as the directory has them. */
  readonly names: ReadonlyMap<string, string> | undefined;
}) {
  const styles = useStyles();
  const { row, names } = props;
  const recorder = <PersonName name={row.actor.displayName} fallback={row.actor.id} />;
  if (row.kind !== "review-result") return recorder;
  const decider = deciderOf(row.result);
  return (
    <>
      {decider.kind === "reviewer" ? (
        <PersonName name={names?.get(decider.id) ?? null} fallback={decider.id} />
      ) : (
        DECIDER_WORD[decider.kind]
      )}
      <span className={styles.recorded}>Recorded by {recorder}</span>
    </>
  );
}
