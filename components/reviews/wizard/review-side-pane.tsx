"use client";

import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { plainText } from "@/components/ui/plain-text";
import { Collapsible, CollapsibleGroup } from "@/components/wizard/collapsible";
import { RequestPreview } from "@/components/wizard/request-preview";
import { SidePane, SideSection } from "@/components/wizard/side-pane";
import { benchmarkBrief, compareWithBenchmarks } from "@/lib/domain/reviews/benchmarks";
import type { Plan } from "@/lib/domain/plan";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import type { PreflightState } from "@/lib/queries/review-preflight";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { BenchmarkCriteria } from "@/components/entries/benchmark-criteria";
import { briefOf, readingLabel } from "@/lib/domain/reviews/check-labels";
import { Checks } from "./checks";
import { draftSentences } from "@/lib/domain/reviews/draft-sentences";

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

interface ReviewSidePaneProps {
  readonly draft: ReviewDraft;
  readonly nameOf: (id: string) => string | null;
  readonly checked: PreflightState;
  readonly plan: Plan;
  readonly onGoTo: (step: string, field?: string) => void;
}

/** What the draft means, what it would do, and what would be sent for it. */
export function ReviewSidePane(props: ReviewSidePaneProps) {
  const { draft, nameOf, checked, plan, onGoTo } = props;
  return (
    <SidePane label="Summary and checks" brief={briefOf(checked)}>
      <SideSection title="Summary">
        <Summary draft={draft} nameOf={nameOf} />
      </SideSection>
      <SideSection title="Before it is created">
        {checked.error !== null && (
          <GraphFailureCard
            error={checked.error}
            what="the groups and their guests"
            notDone="What the review would do is not checked."
            scopes={SCOPES_TO_READ_REVIEWS}
            onRetry={checked.retry}
          />
        )}
        {checked.nothingChosen && (
          <Text>Choose what to review first. Then its groups and guests are checked.</Text>
        )}
        {checked.found === null && checked.error === null && !checked.nothingChosen && (
          <Spinner size="tiny" labelPosition="after" label={readingLabel(checked)} />
        )}
        {checked.found !== null && <Checks draft={draft} found={checked.found} onGoTo={onGoTo} />}
      </SideSection>
      <SideSection title="Compared with two benchmarks">
        <BenchmarkList draft={draft} />
      </SideSection>
      <CollapsibleGroup>
        <RequestPreview plan={plan} empty="Nothing would be sent yet: no group is chosen." />
      </CollapsibleGroup>
    </SidePane>
  );
}

/** The draft in four sentences. */
function Summary({ draft, nameOf }: Pick<ReviewSidePaneProps, "draft" | "nameOf">) {
  const styles = useStyles();
  const sentences = draftSentences(draft, (id) => {
    const name = nameOf(id);
    return name === null ? null : plainText(name);
  });
  return (
    <dl className={styles.list}>
      <dt className={styles.term}>Whose access</dt>
      <dd className={styles.fact}>{sentences.scope}</dd>
      <dt className={styles.term}>Who decides</dt>
      <dd className={styles.fact}>{sentences.reviewers}</dd>
      <dt className={styles.term}>When</dt>
      <dd className={styles.fact}>{sentences.schedule}</dd>
      <dt className={styles.term}>In the end</dt>
      <dd className={styles.fact}>{sentences.consequence}</dd>
    </dl>
  );
}

/** What CIS and the usual advice say of the draft, side by side: they disagree. */
function BenchmarkList({ draft }: { readonly draft: ReviewDraft }) {
  const { cis, advice } = useMemo(() => compareWithBenchmarks(draft), [draft]);
  return (
    <CollapsibleGroup>
      {Object.entries({ cis, advice }).map(([id, result]) => (
        <Collapsible key={id} id={id} title={`${result.standard} (${benchmarkBrief(result)})`}>
          <BenchmarkCriteria result={result} />
        </Collapsible>
      ))}
    </CollapsibleGroup>
  );
}
