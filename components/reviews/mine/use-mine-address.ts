"use client";

import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
  throttle,
  useQueryStates,
} from "nuqs";
import { useMemo } from "react";
import {
  DECISION_FILTERS,
  type ItemQuery,
  RECOMMENDATION_FILTERS,
  SORT_KEYS,
} from "@/lib/domain/reviews/select-items";

const inUrl = {
  review: parseAsString,
  instance: parseAsString,
  item: parseAsString,
  q: parseAsString.withDefault(""),
  decision: parseAsArrayOf(parseAsStringLiteral(DECISION_FILTERS)).withDefault([]),
  recommendation: parseAsArrayOf(parseAsStringLiteral(RECOMMENDATION_FILTERS)).withDefault([]),
  refused: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(SORT_KEYS).withDefault("guest"),
  order: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
};

/** Walking through the items fast changes the address often; browsers refuse more than this. */
const LEAST_BETWEEN_MILLISECONDS = 400;

/** Which instance is decided on, the filter of its items, and the active item: a link shows the same. */
export function useMineAddress() {
  const [url, change] = useQueryStates(inUrl, {
    history: "replace",
    clearOnDefault: true,
    limitUrlUpdates: throttle(LEAST_BETWEEN_MILLISECONDS),
  });
  const { q, decision, recommendation, refused, sort, order } = url;
  const query: ItemQuery = useMemo(
    () => ({
      text: q,
      decisions: decision,
      recommendations: recommendation,
      notAccepted: refused,
      sort: { by: sort, descending: order === "desc" },
    }),
    [q, decision, recommendation, refused, sort, order],
  );
  const { review, instance, item } = url;
  return { reviewId: review, instanceId: instance, itemId: item, query, change };
}

export type ChangeAddress = ReturnType<typeof useMineAddress>["change"];
