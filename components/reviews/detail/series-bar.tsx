"use client";

import { Button, makeStyles } from "@fluentui/react-components";
import {
  ArrowSyncRegular,
  DeleteRegular,
  EditRegular,
  RecordStopRegular,
} from "@fluentui/react-icons";
import { AppLink } from "@/components/ui/app-link";
import { type Command, CommandBar } from "@/components/plan/command-bar";
import { useMayExecute } from "@/components/plan/use-may-execute";
import type { SeriesKind } from "@/lib/domain/reviews/plan-review";
import type { Review } from "@/lib/domain/reviews/review";
import { whyNotSeries } from "@/lib/domain/reviews/refused-commands";

const useStyles = makeStyles({
  link: { alignSelf: "center" },
});

interface SeriesBarProps {
  readonly review: Review;
  readonly reading: boolean;
  readonly onRefresh: () => void;
  readonly onAsk: (command: SeriesKind) => void;
}

const COMMANDS: readonly Command<SeriesKind>[] = [
  { kind: "change-review", label: "Edit future instances", icon: <EditRegular /> },
  { kind: "stop-review", label: "Stop the series", icon: <RecordStopRegular />, danger: true },
  { kind: "delete-review", label: "Delete", icon: <DeleteRegular />, danger: true },
];

/** What can be done to the review as a whole; what cannot says why before the click. */
export function SeriesBar({ review, reading, onRefresh, onAsk }: SeriesBarProps) {
  const styles = useStyles();
  const mayNot = useMayExecute();
  return (
    <CommandBar
      label="Review"
      commands={COMMANDS}
      whyNot={(kind) => whyNotSeries(kind, review) ?? mayNot(kind)}
      onCommand={onAsk}
    >
      <Button
        size="small"
        icon={<ArrowSyncRegular />}
        disabledFocusable={reading}
        onClick={onRefresh}
      >
        {reading ? "Reading …" : "Refresh"}
      </Button>
      <AppLink href={`/history?subject=${review.id}`} className={styles.link}>
        History
      </AppLink>
    </CommandBar>
  );
}
