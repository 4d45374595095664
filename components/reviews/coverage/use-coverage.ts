"use client";

import { useMemo } from "react";
import { type Coverage, coverageOf } from "@/lib/domain/reviews/coverage";
import type { GuestRow } from "@/lib/inventory/inventory";
import { type CoverageInputs, useReach } from "@/lib/queries/coverage";

/** The map, from what was read; null while something it needs is missing. */
export function useCoverage(
  rows: readonly GuestRow[] | null,
  inputs: CoverageInputs | undefined,
  catchAllId: string | null,
) {
  const byGroups = useMemo(() => mapOf(rows, inputs), [rows, inputs]);
  const inNoGroup = useMemo(() => whoIsInNoGroup(byGroups), [byGroups]);
  const reach = useReach(inNoGroup, byGroups !== null, inputs?.reviews);
  // Each map of ten thousand guests takes its time: what would be the same is not drawn again.
  const coverage = useMemo(
    () => (reach.data === undefined ? byGroups : mapOf(rows, inputs, reach.data)),
    [byGroups, rows, inputs, reach.data],
  );
  const withoutCatchAll = useMemo(
    () => (catchAllId === null ? coverage : mapOf(rows, inputs, reach.data, catchAllId)),
    [coverage, rows, inputs, reach.data, catchAllId],
  );
  return { coverage, withoutCatchAll, reach };
}

function mapOf(
  rows: readonly GuestRow[] | null,
  inputs: CoverageInputs | undefined,
  reach?: Parameters<typeof coverageOf>[0]["reach"],
  withoutGroupId: string | null = null,
): Coverage | null {
  if (rows === null || inputs === undefined) return null;
  const guests = rows.map(({ guest }) => guest);
  const { reviews, groups } = inputs;
  return coverageOf({ guests, reviews, groups, withoutGroupId, ...(reach && { reach }) });
}

function whoIsInNoGroup(coverage: Coverage | null): readonly string[] {
  return [...(coverage?.byGuest ?? [])].flatMap(([id, { state, reachable }]) =>
    state === "none" && reachable === null ? [id] : [],
  );
}
