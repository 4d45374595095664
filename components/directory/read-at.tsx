"use client";

import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useQueryClient } from "@tanstack/react-query";
import { inventory, useProgress } from "@/lib/inventory/use-inventory";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
  },
  words: { color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
});

const timeOfDay = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const withDay = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const inFull = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });

/** "23:10" of today; an earlier one with its day. */
function clockText(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return (isToday ? timeOfDay : withDay).format(at);
}

interface ReadAtProps {
  /** By this computer's clock; null while nothing was read to its end. */
  readonly at: number | null;
  readonly isReading: boolean;
  readonly onRefresh: () => void;
}

/** When what a page shows was read, and the button that reads it anew. */
export function ReadAt({ at, isReading, onRefresh }: ReadAtProps) {
  const styles = useStyles();
  return (
    <span className={styles.line}>
      <Text size={200} className={styles.words}>
        {isReading ? (
          "Reading …"
        ) : at === null ? (
          "Not read yet"
        ) : (
          <>
            As of{" "}
            <time dateTime={new Date(at).toISOString()} title={inFull.format(at)}>
              {clockText(at)}
            </time>
          </>
        )}
      </Text>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowClockwiseRegular />}
        disabledFocusable={isReading}
        onClick={onRefresh}
      >
        Refresh
      </Button>
    </span>
  );
}

/** The same of the guests of this tab; Refresh also reads anew whatever else the page has read. */
export function GuestsReadAt() {
  const { phase, finishedAt } = useProgress();
  const queries = useQueryClient();
  return (
    <ReadAt
      at={phase === "complete" ? finishedAt : null}
      isReading={phase === "idle" || phase === "directory" || phase === "sign-ins"}
      onRefresh={() => {
        void inventory().again();
        void queries.invalidateQueries();
      }}
    />
  );
}
