"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkRegular, DismissRegular, QuestionRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { type Criterion, type Verdict, verdicts } from "@/lib/domain/reviews/verdicts";
import { Collapsible, CollapsibleGroup } from "@/components/wizard/collapsible";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  item: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { display: "flex", alignItems: "center", fontSize: "16px" },
  meets: { color: tokens.colorStatusSuccessForeground1 },
  misses: { color: tokens.colorStatusDangerForeground1 },
  open: { color: tokens.colorNeutralForeground2 },
  value: { color: tokens.colorNeutralForeground2 },
});

/** What CIS and the advice that this product was asked from say of the draft, side by side: they disagree. */
export function BenchmarkList({ draft }: { readonly draft: ReviewDraft }) {
  const { cis, seed } = useMemo(() => verdicts(draft), [draft]);
  return (
    <CollapsibleGroup>
      <Benchmark id="cis" verdict={cis} />
      <Benchmark id="seed" verdict={seed} />
    </CollapsibleGroup>
  );
}

function Benchmark({ id, verdict }: { readonly id: string; readonly verdict: Verdict }) {
  const styles = useStyles();
  return (
    <Collapsible id={id} title={`${verdict.standard} (${brief(verdict)})`}>
      <ul className={styles.list} aria-label={verdict.standard}>
        {verdict.criteria.map((criterion) => (
          <li key={criterion.id} className={styles.item}>
            <Mark passes={criterion.passes} />
            <span>
              {criterion.asks}
              <span className={styles.value}>: {criterion.value}</span>
            </span>
          </li>
        ))}
      </ul>
    </Collapsible>
  );
}

function brief({ passes, criteria }: Verdict): string {
  if (passes === true) return "met";
  const met = criteria.filter((criterion) => criterion.passes === true).length;
  return `${met} of ${criteria.length} met`;
}

function Mark({ passes }: Pick<Criterion, "passes">) {
  const styles = useStyles();
  const { Icon, style, label } =
    passes === null
      ? { Icon: QuestionRegular, style: styles.open, label: "Unknown" }
      : passes
        ? { Icon: CheckmarkRegular, style: styles.meets, label: "Met" }
        : { Icon: DismissRegular, style: styles.misses, label: "Not met" };
  return (
    <span className={mergeClasses(styles.icon, style)} role="img" aria-label={label}>
      <Icon />
    </span>
  );
}
