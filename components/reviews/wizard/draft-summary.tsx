"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { plainText } from "@/components/ui/plain-text";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { draftInWords } from "./draft-in-words";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "6.5rem minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    lineHeight: tokens.lineHeightBase300,
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: "anywhere" },
});

/** The draft in four sentences, kept up with the forms. */
export function DraftSummary(props: {
  readonly draft: ReviewDraft;
  readonly nameOf: (id: string) => string | null;
}) {
  const styles = useStyles();
  const said = draftInWords(props.draft, (id) => {
    const name = props.nameOf(id);
    return name === null ? null : plainText(name);
  });
  return (
    <dl className={styles.list}>
      <dt className={styles.term}>Whose access</dt>
      <dd className={styles.fact}>{said.scope}</dd>
      <dt className={styles.term}>Who decides</dt>
      <dd className={styles.fact}>{said.reviewers}</dd>
      <dt className={styles.term}>When</dt>
      <dd className={styles.fact}>{said.schedule}</dd>
      <dt className={styles.term}>In the end</dt>
      <dd className={styles.fact}>{said.consequence}</dd>
    </dl>
  );
}
