"use client";

import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircleRegular,
  DismissCircleRegular,
  QuestionCircleRegular,
} from "@fluentui/react-icons";
import { PersonName } from "@/components/ui/person-name";
import { Section } from "@/components/ui/section";
import type { Review } from "@/lib/domain/reviews/review";
import { type Criterion, type Verdict, verdicts } from "@/lib/domain/reviews/verdicts";
import { statusWord } from "@/components/entries/review-status-labels";
import { VerdictBadge } from "../shared/verdict-badge";

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 360px), 1fr))",
    columnGap: tokens.spacingHorizontalXXL,
    alignItems: "start",
  },
  list: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
  line: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "flex-start" },
  icon: { display: "flex", fontSize: "20px", flexShrink: 0 },
  good: { color: tokens.colorStatusSuccessForeground3 },
  bad: { color: tokens.colorStatusWarningForeground3 },
  value: { color: tokens.colorNeutralForeground2 },
});

function Line({ criterion }: { readonly criterion: Criterion }) {
  const styles = useStyles();
  const { id, asks, passes } = criterion;
  const value = id === "status" ? statusWord(criterion.value) : criterion.value;
  const [Icon, word, color] =
    passes === null
      ? ([QuestionCircleRegular, "Can't be determined", undefined] as const)
      : passes
        ? ([CheckmarkCircleRegular, "Met", styles.good] as const)
        : ([DismissCircleRegular, "Not met", styles.bad] as const);
  return (
    <li className={styles.line}>
      <span role="img" aria-label={word} className={mergeClasses(styles.icon, color)}>
        <Icon />
      </span>
      <span>
        {asks}{" "}
        <Text size={200} className={styles.value}>
          (<PersonName name={value} />)
        </Text>
      </span>
    </li>
  );
}

function One({ verdict }: { readonly verdict: Verdict }) {
  const styles = useStyles();
  return (
    <Section title={verdict.standard}>
      <VerdictBadge verdict={verdict} /> <Text>{verdict.says}</Text>
      <ul className={styles.list}>
        {verdict.criteria.map((criterion) => (
          <Line key={criterion.id} criterion={criterion} />
        ))}
      </ul>
    </Section>
  );
}

/** What CIS and the usual advice say of the review, side by side: they do not agree. */
export function VerdictsSection({ review }: { readonly review: Review }) {
  const styles = useStyles();
  const { cis, seed } = verdicts(review);
  return (
    <div className={styles.columns}>
      <One verdict={cis} />
      <One verdict={seed} />
    </div>
  );
}
