"use client";

import { useMemo } from "react";
import { coverageOf } from "@/lib/domain/reviews/coverage";
import { asksBeyondGroups, coveredByEach } from "@/lib/domain/reviews/covered-by";
import { reviewsSeen } from "@/lib/domain/reviews/reviews-seen";
import { type CoverageInputs, useCoverageInputs, useReach } from "@/lib/queries/coverage";
import { useMyRoles } from "@/lib/queries/my-roles";
import { useGuestIds } from "@/lib/queries/tab-guests";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reviews-problem";

const SCOPES_TO_READ_REACH = ["User.Read.All", "Directory.Read.All"];
const NOBODY: readonly string[] = [];

type Reach = ReturnType<typeof useReach>["data"];

/**
 * How many guests each review asks about, from the reading behind the coverage map. It costs requests by the number of
 * groups and a permission of its own, so it is begun only when it is `wanted`; what is in the tab already is shown.
 */
export function useListCoverage(wanted: boolean) {
  const inputs = useCoverageInputs({ enabled: wanted });
  const { data } = inputs;
  const { data: ids, progress } = useGuestIds(wanted || data !== undefined);
  const beyondGroups = data !== undefined && asksBeyondGroups(data.reviews);
  const reach = useReach(NOBODY, wanted, data?.reviews);
  const reachAwaited = beyondGroups && reach.data === undefined && wanted && !reach.isError;
  const known = useMemo(
    () =>
      ids === null || data === undefined || reachAwaited
        ? null
        : knownFrom(ids, data, beyondGroups, reach.data),
    [ids, data, reachAwaited, beyondGroups, reach.data],
  );
  const roles = useMyRoles();
  const failure = wanted ? failureOf(inputs, reach) : null;
  return {
    known,
    failure,
    /** Whether the person sees every review; also "unknown" while their roles are being read. */
    seen: reviewsSeen(roles.data ?? null),
    /** How far the reading of the guests, of the groups and of what else they reach is. */
    progress: { guests: progress, groups: inputs.progress, reach: data ? reach.progress : null },
    reading: wanted && known === null && failure === null,
    isFetching: wanted && (inputs.isFetching || reach.isFetching),
    /** Something is missing that could be read. */
    incomplete: known === null || (beyondGroups && reach.data === undefined),
    refetch: () => {
      inputs.refetch();
      if (beyondGroups) void reach.refetch();
    },
  };
}

export type ListCoverage = ReturnType<typeof useListCoverage>;

function knownFrom(
  ids: readonly string[],
  { reviews, groups, unread }: CoverageInputs,
  beyondGroups: boolean,
  reach: Reach,
) {
  const guests = ids.map((id) => ({ id, partner: "" }));
  const coverage = coverageOf({ guests, reviews, groups, ...(reach && { reach }) });
  const reachKnown = !beyondGroups || reach !== undefined;
  return {
    byReview: coveredByEach(reviews, coverage, { groups: unread, reachKnown }),
    counts: coverage.counts,
    notUnderstood: coverage.notUnderstood,
    unread,
    reachKnown,
  };
}

function failureOf(
  inputs: Pick<ReturnType<typeof useCoverageInputs>, "error" | "refetch">,
  reach: Pick<ReturnType<typeof useReach>, "error" | "refetch">,
) {
  if (inputs.error !== null) {
    const what = "the groups and their guests";
    return { error: inputs.error, what, scopes: SCOPES_TO_READ_REVIEWS, retry: inputs.refetch };
  }
  if (reach.error === null) return null;
  const what = "who reaches the applications and roles under review";
  const retry = () => void reach.refetch();
  return { error: reach.error, what, scopes: SCOPES_TO_READ_REACH, retry };
}
