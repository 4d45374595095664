"use client";

import { Tooltip } from "@fluentui/react-components";
import type { ReviewRow } from "./review-query";
import { coveredSentence, coveredText } from "./covered-words";

/** How many of all guests a review covers, with the share or the reason beside it. */
export function CoveredCell({ covered }: Pick<ReviewRow, "covered">) {
  if (covered === null) return "…";
  return (
    <Tooltip content={coveredSentence(covered)} relationship="description">
      <span>{coveredText(covered)}</span>
    </Tooltip>
  );
}
