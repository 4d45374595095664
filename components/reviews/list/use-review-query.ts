"use client";

import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { PHASES, REVIEW_SORTS, type ReviewQuery } from "./review-query";

const inUrl = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(PHASES),
  mine: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(REVIEW_SORTS).withDefault("status"),
  /** Read how many guests each covers: it is in the address so that a person who has to consent first comes back to it. */
  coverage: parseAsBoolean.withDefault(false),
  order: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
};

/** The question that the address asks of the reviews: a link shows the same. */
export function useReviewQuery() {
  const [url, change] = useQueryStates(inUrl, { history: "replace", clearOnDefault: true });
  const query: ReviewQuery = useMemo(
    () => ({
      text: url.q,
      phase: url.status,
      mine: url.mine,
      sort: { by: url.sort, descending: url.order === "desc" },
    }),
    [url.q, url.status, url.mine, url.sort, url.order],
  );
  return { query, coverageWanted: url.coverage, change };
}

export type ChangeReviews = ReturnType<typeof useReviewQuery>["change"];
