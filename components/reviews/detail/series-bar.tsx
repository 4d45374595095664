"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import {
  ArrowSyncRegular,
  DeleteRegular,
  EditRegular,
  RecordStopRegular,
} from "@fluentui/react-icons";
import { AppLink } from "@/components/ui/app-link";
import { useMayExecute } from "@/components/plan/use-may-execute";
import type { SeriesKind } from "@/lib/domain/reviews/plan-review";
import type { Review } from "@/lib/domain/reviews/review";
import { CommandButton } from "@/components/ui/command-button";
import { whyNotSeries } from "./why-not-now";

const useStyles = makeStyles({
  link: { alignSelf: "center" },
  bar: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, minWidth: 0 },
});

interface SeriesBarProps {
  readonly review: Review;
  readonly reading: boolean;
  readonly onRefresh: () => void;
  readonly onAsk: (command: SeriesKind) => void;
}

const COMMANDS = [
  { kind: "change-review", word: "Change later instances", icon: <EditRegular /> },
  { kind: "stop-review", word: "Stop the series", icon: <RecordStopRegular /> },
  { kind: "delete-review", word: "Delete", icon: <DeleteRegular /> },
] as const satisfies readonly { kind: SeriesKind; word: string; icon: unknown }[];

/** What can be done to the review as a whole; what cannot says why before the click. */
export function SeriesBar({ review, reading, onRefresh, onAsk }: SeriesBarProps) {
  const styles = useStyles();
  const mayNot = useMayExecute();
  return (
    <div role="toolbar" aria-label="Review" className={styles.bar}>
      {COMMANDS.map(({ kind, word, icon }) => (
        <CommandButton
          key={kind}
          icon={icon}
          whyNot={whyNotSeries(kind, review) ?? mayNot(kind)}
          onClick={() => {
            onAsk(kind);
          }}
        >
          {word}
        </CommandButton>
      ))}
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
    </div>
  );
}
