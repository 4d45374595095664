"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

export const TABS = ["decisions", "reviewers", "results", "instances", "settings"] as const;

export type Tab = (typeof TABS)[number];

const inUrl = { tab: parseAsStringLiteral(TABS), instance: parseAsString };

/** Which part of the review the address shows, and of which instance; null is what is usual. */
export function useReviewAddress() {
  const [{ tab, instance }, change] = useQueryStates(inUrl, { history: "push" });
  return { tab, instance, change };
}
