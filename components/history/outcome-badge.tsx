"use client";

import { Badge, type BadgeProps } from "@fluentui/react-components";
import type { HistoryRow } from "@/lib/contract/history";
import type { Result } from "@/lib/domain/outcome";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import { whyNotSent } from "@/lib/operations/outcomes";
import { outcomeOf, outcomeWord } from "@/components/entries/outcome-word";

type Color = NonNullable<BadgeProps["color"]>;

const COLOR: Readonly<Record<Result, Color>> = {
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
  if (outcome === "recorded") return "subtle";
  if (outcome === null) return "severe";
  return whyNotSent(outcome) === null ? COLOR[outcome.result] : "informative";
}

/** What became of an entry, in a word; the colour only repeats it. */
export function OutcomeBadge({ row }: { readonly row: HistoryRow }) {
  return (
    <Badge appearance="tint" color={colorOf(row)} shape="rounded">
      {outcomeWord(row)}
    </Badge>
  );
}
