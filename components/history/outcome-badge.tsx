"use client";

import { Badge, type BadgeProps } from "@fluentui/react-components";
import type { HistoryRow } from "@/lib/contract/history";
import type { Result } from "@/lib/domain/outcome";
import { RESULT_WORD } from "./words";

const COLOR: Readonly<Record<Result, NonNullable<BadgeProps["color"]>>> = {
  done: "success",
  "already-so": "informative",
  refused: "warning",
  failed: "danger",
  unknown: "severe",
};

/** What became of an entry, in a word; the colour only repeats it. */
export function OutcomeBadge({ row }: { readonly row: HistoryRow }) {
  if (row.kind === "policy-set" || row.decision === "keep") {
    return (
      <Badge appearance="tint" color="subtle" shape="rounded">
        Recorded
      </Badge>
    );
  }
  const result = row.outcome?.result;
  return (
    <Badge
      appearance="tint"
      color={result === undefined ? "severe" : COLOR[result]}
      shape="rounded"
    >
      {RESULT_WORD[result ?? "unsettled"]}
    </Badge>
  );
}
