"use client";

import { numberText } from "@/lib/domain/number-text";
import { makeStyles, mergeClasses, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { MyProgress } from "@/lib/domain/reviews/progress";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import { DAY } from "@/lib/domain/time";
import { useServices } from "@/lib/services/services";
import { stagesQuery } from "@/lib/queries/reviews";
import { consequenceSentence } from "@/lib/domain/reviews/settings-labels";
import { phaseOf } from "@/lib/domain/reviews/review-status";
import { StatusBadge } from "@/components/entries/review-status-badge";
import { endsWords } from "@/lib/domain/reviews/item-sentences";

/** From this many days before the end on, the end is emphasized. */
const SOON_DAYS = 3;

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, flexShrink: 0 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  bar: { maxWidth: "480px" },
  soon: {
    color: tokens.colorStatusDangerForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** The stage that runs, where there are several: its reviewers have no longer than that. */
function useStage(review: Review, instance: ReviewInstance, isRunning: boolean) {
  const services = useServices();
  const { data = [] } = useQuery({
    ...stagesQuery(services, review.id, instance.id),
    enabled: isRunning && review.stages.length > 1,
  });
  const index = data.findIndex(({ status }) => phaseOf(status) === "running");
  const stage = data[index];
  return stage === undefined
    ? null
    : { number: index + 1, of: review.stages.length, endsAt: stage.endsAt };
}

interface InstanceSummaryProps {
  readonly review: Review;
  readonly instance: ReviewInstance;
  /** Null where not all items are read. */
  readonly progress: MyProgress | null;
  /** Whether the items are still being read. */
  readonly isReading: boolean;
}

/** What its reviewers are told, until when an instance can be decided, how far it is, and what happens to undecided items. */
export function InstanceSummary(props: InstanceSummaryProps) {
  const { review, instance, progress, isReading } = props;
  const styles = useStyles();
  const [now] = useState(useServices().now);
  const { status } = instance;
  const isRunning = phaseOf(status) === "running";
  const stage = useStage(review, instance, isRunning);
  const endsAt = stage === null ? instance.endsAt : stage.endsAt;
  const isSoon = isRunning && endsAt !== null && endsAt - now < SOON_DAYS * DAY;
  const left = progress === null ? 0 : progress.total - progress.decided;
  return (
    <div className={styles.box}>
      {review.descriptionForReviewers !== "" && (
        <p>
          <PersonName name={review.descriptionForReviewers} />
        </p>
      )}
      <div className={styles.line}>
        <StatusBadge status={status} />
        <Text className={mergeClasses(isSoon && styles.soon)}>
          {stage !== null && `Stage ${stage.number} of ${stage.of}: `}
          {endsWords(endsAt, now)}
          {endsAt !== null && endsAt > now && (
            <>
              , on <Moment at={endsAt} as="date" />
            </>
          )}
        </Text>
        <Text weight="semibold">
          {progress === null
            ? isReading
              ? "Counting decisions"
              : "Decisions not counted"
            : `${numberText(progress.decided)} of ${numberText(progress.total)} decided`}
        </Text>
      </div>
      {progress !== null && progress.total > 0 && (
        <ProgressBar
          className={styles.bar}
          aria-label="Items decided"
          value={progress.decided}
          max={progress.total}
        />
      )}
      {isRunning && (progress === null || left > 0) && (
        <Text>
          {progress !== null && left > 0 && (
            <strong>
              {numberText(left)} undecided
              {review.settings.ifNobodyAnswers === "Recommendation" &&
                `, ${numberText(progress.denied)} of them recommended to be denied`}
              .{" "}
            </strong>
          )}
          {consequenceSentence(review.settings)}
          {stage !== null &&
            stage.number < stage.of &&
            " After this stage, other reviewers decide about those it passes on."}
        </Text>
      )}
    </div>
  );
}
