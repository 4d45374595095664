"use client";

import { Badge, type BadgeProps, makeStyles } from "@fluentui/react-components";
import type { HistoryRow } from "@/lib/contract/history";
import type { Result } from "@/lib/domain/outcome";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import { whyNotSent } from "@/lib/operations/outcomes";
import { outcomeOf, outcomeWord } from "@/components/entries/outcome-word";

// In a narrow column its words go on in a second line.
const useStyles = makeStyles({
  badge: { height: "auto", minHeight: "20px", overflowWrap: "anywhere" },
});

type Color = NonNullable<BadgeProps["color"]>;

/** The colour of each result, and of what has none. */
export const RESULT_COLOR: Readonly<Record<Result | "recorded" | "unresolved", Color>> = {
  recorded: "subtle",
  unresolved: "severe",
  done: "success",
  "already-so": "informative",
  "partly-done": "warning",
  refused: "warning",
  failed: "danger",
  unknown: "severe",
};

const ACCESS_COLOR: Readonly<Record<ReviewResult["access"], Color>> = {
  gone: "success",
  "still-there": "informative",
  "account-gone": "informative",
  unread: "warning",
};

function colorOf(row: HistoryRow): Color {
  if (row.kind === "review-result") {
    return row.result.notApplied === null ? ACCESS_COLOR[row.result.access] : "danger";
  }
  const outcome = outcomeOf(row);
  if (outcome === "recorded") return RESULT_COLOR.recorded;
  if (outcome === null) return RESULT_COLOR.unresolved;
  return whyNotSent(outcome) === null ? RESULT_COLOR[outcome.result] : "informative";
}

/** What became of an entry, in a word; the colour only repeats it. */
export function OutcomeBadge({ row }: { readonly row: HistoryRow }) {
  return (
    <Badge className={useStyles().badge} appearance="tint" color={colorOf(row)} shape="rounded">
      {outcomeWord(row)}
    </Badge>
  );
}
