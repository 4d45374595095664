"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { decisionIn, entryWord } from "@/components/entries/about-entry";
import { AlteredMark } from "@/components/entries/altered";
import {
  CORRECTION_EVIDENCE,
  CORRECTION_MEANING,
  evidenceMeaning,
  evidenceWord,
} from "@/components/entries/entry-labels";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { TextLink } from "@/components/ui/text-link";
import { answeredReviewOf } from "@/lib/queries/answered-reviews";
import type { HistoryRow } from "@/lib/contract/history";
import { SMALL_LINE } from "./small-line";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  beneath: SMALL_LINE,
});

/** Whether what the row says is what somebody put in place of what was recorded first. */
export function isCorrected(row: HistoryRow): boolean {
  if (row.kind === "review-result") return row.correction !== null;
  return row.kind === "planned" && row.outcome !== null && row.outcome.correction !== null;
}

/** How well it is known what became of an entry. */
export function Evidence({ row }: { readonly row: HistoryRow }) {
  if (row.kind === "review-result" && row.correction !== null) {
    return <span title={CORRECTION_MEANING}>{CORRECTION_EVIDENCE}</span>;
  }
  if (row.kind !== "planned" || row.outcome === null) return null;
  return <span title={evidenceMeaning(row.outcome)}>{evidenceWord(row.outcome)}</span>;
}

/** Why, in the words of the person who decided; of a result, the reviewer's. */
export function whyOf(row: HistoryRow): string {
  return row.kind === "review-result" ? (row.result.justification ?? "") : row.reason;
}

/** When it was decided; of a review's result that is not when it was copied, which is said beneath. */
export function When({ row }: { readonly row: HistoryRow }) {
  const styles = useStyles();
  if (row.kind !== "review-result") return <Moment at={row.recordedAt} as="full" />;
  const { reviewedAt } = row.result;
  return (
    <>
      {reviewedAt !== null && <Moment at={reviewedAt} as="full" />}
      <span className={styles.beneath}>
        Recorded <Moment at={row.recordedAt} as="full" />
      </span>
    </>
  );
}

/** The review that a reviewer answered in, as a link to it; nothing where its name cannot be read. */
export function InReview(props: {
  readonly row: HistoryRow;
  readonly nameOfReview: (id: string) => string | null;
}) {
  const styles = useStyles();
  const id = answeredReviewOf(props.row);
  const name = id === null ? null : props.nameOfReview(id);
  if (id === null || name === null) return null;
  return (
    <span className={styles.beneath}>
      in{" "}
      <TextLink href={`/reviews/${id}`}>
        <PersonName name={name} />
      </TextLink>
    </span>
  );
}

/** What an entry is called; of a reviewer's answer also what was decided, and in which review. */
export function OperationOf(props: {
  readonly row: HistoryRow;
  readonly nameOfReview: (id: string) => string | null;
}) {
  const styles = useStyles();
  const { row } = props;
  const decision = decisionIn(row);
  return (
    <>
      {entryWord(row)}
      {row.altered && <AlteredMark />}
      {decision !== null && <span className={styles.quiet}> ({decision})</span>}
      {row.kind === "planned" && row.operation.undoes !== null && (
        <span className={styles.quiet}> (undo)</span>
      )}
      <InReview {...props} />
    </>
  );
}
