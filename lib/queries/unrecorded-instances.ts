"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useRecordedInstances } from "./recorded-results";
import { instancesOfManyQuery, reviewsQuery } from "./reviews";
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
const NO_REVIEWS: readonly ReviewWithInstances[] = [];

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

/**
 * The same of every review that the person sees. It reads them once it `mayRead`; before, and until all of it is read,
 * there are none.
 */
export function useUnrecordedOfAll(mayRead: boolean) {
  const services = useServices();
  const reviews = useQuery({ ...reviewsQuery(services), enabled: mayRead });
  const { data: all } = reviews;
  const ids = useMemo(() => all?.map(({ id }) => id) ?? [], [all]);
  const instances = useQuery({
    ...instancesOfManyQuery(services, ids),
    enabled: mayRead && ids.length > 0,
  });
  const { data: found } = instances;
  const rows = useMemo(
    () =>
      all === undefined || found === undefined
        ? NO_REVIEWS
        : all.map((review) => ({ review, instances: found.get(review.id) ?? null })),
    [all, found],
  );
  const { open, error } = useUnrecorded(rows);
  return { open, error: reviews.error ?? instances.error ?? error };
}
