"use client";

import { makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";
import type { ResultCounts } from "@/lib/domain/reviews/access-results";
import { consequenceForUndecided, tallyOf, tallySentence } from "@/lib/domain/reviews/progress";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import { phaseOf } from "@/lib/domain/reviews/review-status";
import { type NameOf, resourceWords } from "@/lib/domain/reviews/scope-labels";
import { consequenceSentence } from "@/lib/domain/reviews/settings-labels";
import { StatusBadge } from "@/components/entries/review-status-badge";
import { undecidedSentence } from "@/lib/domain/reviews/access-lost";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, flexShrink: 0 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  commands: { marginLeft: "auto" },
  tally: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
  },
  bar: { width: "240px" },
  words: { color: tokens.colorNeutralForeground2 },
});

interface Items {
  readonly items: readonly ReviewItem[];
  readonly complete: boolean;
}

interface InstanceHeadProps {
  readonly review: Review;
  readonly instance: ReviewInstance;
  readonly nameOf: NameOf;
  /** Null while nothing of them is read. */
  readonly items: Items | null;
  /** What became of the denied, where that was looked at. */
  readonly counts: ResultCounts | undefined;
  /** What can be done to it. */
  readonly commands: ReactNode;
}

/** How much is decided; by whom is told where the settings decided what nobody had. */
function Tally({ items }: { readonly items: readonly ReviewItem[] }) {
  const styles = useStyles();
  const { total, decided } = tallyOf(items);
  return (
    <div className={styles.tally}>
      <ProgressBar
        className={styles.bar}
        aria-label="Decided by reviewers"
        value={decided}
        max={Math.max(1, total)}
      />
      <Text>{tallySentence(items)}</Text>
    </div>
  );
}

/** What happens to guests without a decision: in numbers once everything is read, as a rule before that. */
function Undecided({ review, items }: Pick<InstanceHeadProps, "review" | "items">) {
  const { settings } = review;
  if (items?.complete !== true)
    return <Notice intent="info">{consequenceSentence(settings)}</Notice>;
  const counts = consequenceForUndecided(items.items, settings.ifNobodyAnswers);
  const sentence = undecidedSentence(counts, settings);
  if (sentence === null) return <Notice intent="success">Everything is decided.</Notice>;
  return <Notice intent={counts.denied > 0 ? "warning" : "info"}>{sentence}</Notice>;
}

/** Which instance this is, until when it runs, how far it is, and what happens to the undecided. */
export function InstanceHead(props: InstanceHeadProps) {
  const styles = useStyles();
  const { review, instance, nameOf, items } = props;
  const { startsAt, endsAt, status } = instance;
  const running = phaseOf(status) === "running";
  const isEmpty = items?.complete === true && items.items.length === 0;
  return (
    <div className={styles.box}>
      <div className={styles.line}>
        <h2 className={styles.title}>
          <PersonName name={resourceWords(instance.scope, nameOf)} />
        </h2>
        <StatusBadge status={status} {...(props.counts && { counts: props.counts })} />
        <Text className={styles.words}>
          {startsAt !== null && <Moment at={startsAt} as="date" />}
          {" – "}
          {endsAt !== null && <Moment at={endsAt} as="date" />}
        </Text>
        <div className={styles.commands}>{props.commands}</div>
      </div>
      {/* A part of the items would make the counts too low. */}
      {items?.complete === true && items.items.length > 0 && <Tally items={items.items} />}
      {running && !isEmpty && <Undecided review={review} items={items} />}
    </div>
  );
}
