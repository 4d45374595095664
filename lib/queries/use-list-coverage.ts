"use client";

import { useMemo } from "react";
import { asksBeyondGroups, coveredByEach } from "@/lib/domain/reviews/covered-by";
import { reviewsSeen } from "@/lib/domain/reviews/reviews-seen";
import { type CoverageReading, useCoverage, useCoverageInputs } from "@/lib/queries/coverage";
import { useMyRoles } from "@/lib/queries/my-roles";
import { useGuestIds } from "@/lib/queries/tab-guests";

/**
 * How many guests each review covers, from the reading behind the coverage map. It costs requests by the number of
 * groups and a permission of its own, so it begins only when it is `enabled`; what is in the tab already is shown.
 */
export function useListCoverage(enabled: boolean) {
  const inputs = useCoverageInputs({ enabled });
  const { data } = inputs;
  const { data: ids, progress } = useGuestIds(enabled || data !== undefined);
  const guests = useMemo(() => ids?.map((id) => ({ id, partner: "" })) ?? null, [ids]);
  const { coverage, reach } = useCoverage(guests, data, { enabled, withOtherAccess: false });
  const beyondGroups = data !== undefined && asksBeyondGroups(data.reviews);
  const reachKnown = !beyondGroups || reach.data !== undefined;
  const reachAwaited = !reachKnown && enabled && !reach.isError;
  const known = useMemo(() => {
    if (coverage === null || data === undefined || reachAwaited) return null;
    const { counts, notUnderstood } = coverage;
    const { reviews, unread } = data;
    const byReview = coveredByEach(reviews, coverage, { groups: unread, reachKnown });
    return { byReview, counts, notUnderstood, unread, reachKnown };
  }, [coverage, data, reachAwaited, reachKnown]);
  const roles = useMyRoles();
  const failure = enabled ? failureOf(inputs, reach) : null;
  return {
    known,
    failure,
    /** Whether the person sees every review; also "unknown" while their roles are being read. */
    seen: reviewsSeen(roles.data ?? null),
    /** How far the reading of the guests, of the groups and of what else they reach is. */
    progress: { guests: progress, groups: inputs.progress, reach: data ? reach.progress : null },
    reading: enabled && known === null && failure === null,
    isFetching: enabled && (inputs.isFetching || reach.isFetching),
    /** Something is missing that could be read. */
    incomplete: known === null || !reachKnown,
    refetch: () => {
      inputs.refetch();
      if (beyondGroups) void reach.refetch();
    },
  };
}

export type ListCoverage = ReturnType<typeof useListCoverage>;

function failureOf(
  inputs: Pick<CoverageReading, "error" | "refetch">,
  reach: ReturnType<typeof useCoverage>["reach"],
) {
  if (inputs.error !== null) {
    return { of: "groups", error: inputs.error, retry: inputs.refetch } as const;
  }
  if (reach.error === null) return null;
  return { of: "reach", error: reach.error, retry: () => void reach.refetch() } as const;
}
