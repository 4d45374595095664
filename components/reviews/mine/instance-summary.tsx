"use client";

import { makeStyles, mergeClasses, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Moment } from "@/components/ui/moment";
import type { ReviewInstance, ReviewSettings } from "@/lib/domain/reviews/review";
import { DAY } from "@/lib/domain/time";
import { consequenceSentence } from "../shared/settings-words";
import { phaseOf } from "../shared/phase";
import { StatusBadge } from "../shared/status-badge";
import { endsWords } from "./words";

/** From so few days on the end is said with emphasis. */
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
    color: tokens.colorStatusDangerForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface InstanceSummaryProps {
  readonly instance: ReviewInstance;
  readonly settings: ReviewSettings;
  /** Null while the items are still being read. */
  readonly progress: { readonly decided: number; readonly total: number } | null;
}

/** Until when an instance can be decided, how far it is, and what happens to whoever stays undecided. */
export function InstanceSummary({ instance, settings, progress }: InstanceSummaryProps) {
  const styles = useStyles();
  const [now] = useState(() => Date.now());
  const { endsAt, status } = instance;
  const isRunning = phaseOf(status) === "running";
  const isSoon = isRunning && endsAt !== null && endsAt - now < SOON_DAYS * DAY;
  const left = progress === null ? 0 : progress.total - progress.decided;
  return (
    <div className={styles.box}>
      <div className={styles.line}>
        <StatusBadge status={status} />
        <Text className={mergeClasses(isSoon && styles.soon)}>
          {endsWords(endsAt, now)}
          {endsAt !== null && endsAt > now && (
            <>
              , on <Moment at={endsAt} as="date" />
            </>
          )}
        </Text>
        <Text weight="semibold">
          {progress === null
            ? "Counting what is decided"
            : `${progress.decided.toLocaleString("en")} of ${progress.total.toLocaleString("en")} decided`}
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
      {isRunning && (
        <Text>
          {left > 0 && <strong>{left.toLocaleString("en")} undecided. </strong>}
          {consequenceSentence(settings)}
        </Text>
      )}
    </div>
  );
}
