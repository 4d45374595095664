"use client";

import { useMemo, useState } from "react";
import { useRecordedInstances } from "./recorded-results";
import { useProgressOfMany } from "./reviews-progress";
import { useServices } from "@/lib/services/services";
import {
  type EndedInstance,
  endedInstances,
  type ReviewWithInstances,
  toBeCounted,
  unrecorded,
} from "@/lib/domain/reviews/unrecorded-instances";

/** The latest of them are counted, twenty to a request; of the others it is told by whether anything is recorded. */
const MOST_COUNTED = 100;
const NONE: readonly EndedInstance[] = [];

/** The ended instances of these reviews of which results are not in the history, the latest first. */
export function useUnrecorded(rows: readonly ReviewWithInstances[]) {
  const [now] = useState(useServices().now);
  const ended = useMemo(() => endedInstances(rows, now), [rows, now]);
  const reviewIds = useMemo(() => [...new Set(ended.map(({ review }) => review.id))], [ended]);
  const recorded = useRecordedInstances(reviewIds);
  const refs = useMemo(
    () =>
      (recorded.data ? toBeCounted(ended, recorded.data) : NONE)
        .slice(0, MOST_COUNTED)
        .map(({ review, id }) => ({ reviewId: review.id, instanceId: id })),
    [ended, recorded.data],
  );
  const counted = useProgressOfMany(refs);
  const isCounted = refs.length === 0 || !counted.isPending;
  const open = useMemo(
    () =>
      recorded.data && isCounted
        ? unrecorded(ended, recorded.data, counted.data ?? new Map())
        : NONE,
    [ended, recorded.data, isCounted, counted.data],
  );
  return { open, error: recorded.error, retry: recorded.refetch };
}
