import { queryOptions, useQuery } from "@tanstack/react-query";
import type { RecordedResultsAnswer } from "@/lib/contract/recorded-results";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import type { RecordedInstances } from "@/lib/domain/reviews/unrecorded-instances";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { readHistory } from "@/lib/services/read-history";

const PAGE = 200;
/** More than ten thousand results of one review are not looked through. */
const MOST_PAGES = 50;

/** Which items of which instances of a review are in the history. */
export interface RecordedItems {
  readonly itemsOf: (instanceId: string) => ReadonlySet<string>;
  /** False where there is more of this review in the history than was looked through. */
  readonly complete: boolean;
}

const NONE: ReadonlySet<string> = new Set();

async function readRecordedItems(
  { api }: Pick<Services, "api">,
  reviewId: string,
  signal: AbortSignal,
): Promise<RecordedItems> {
  const found = new Map<string, Set<string>>();
  let before: number | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const request = { subject: reviewId, kind: "review-result", limit: PAGE } as const;
    const page = await readHistory(api, { ...request, ...(before !== null && { before }) }, signal);
    for (const row of page.rows) {
      if (row.kind !== "review-result") continue;
      const { instanceId, itemId } = row.result;
      const items = found.get(instanceId) ?? new Set<string>();
      found.set(instanceId, items.add(itemId));
    }
    before = page.next;
    if (before === null) break;
  }
  return { itemsOf: (instanceId) => found.get(instanceId) ?? NONE, complete: before === null };
}

export function recordedItemsQuery(services: Services, reviewId: string) {
  return queryOptions({
    queryKey: [...keys.histories(services.me), "recorded", reviewId],
    queryFn: ({ signal }) => readRecordedItems(services, reviewId, signal),
    staleTime: 30_000,
    structuralSharing: false,
  });
}

/** Which results of a review are in the history. */
export function useRecordedItems(reviewId: string) {
  return useQuery(recordedItemsQuery(useServices(), reviewId));
}

/** As many as the history answers for at once. */
const ASKED_AT_ONCE = 100;

async function readRecordedInstances(
  { api }: Pick<Services, "api">,
  reviewIds: readonly string[],
  signal?: AbortSignal,
): Promise<RecordedInstances> {
  const schema = async () =>
    (await import("@/lib/contract/recorded-results")).recordedResultsAnswer;
  const found = new Map<string, number>();
  for (let start = 0; start < reviewIds.length; start += ASKED_AT_ONCE) {
    const reviews = reviewIds.slice(start, start + ASKED_AT_ONCE).join(",");
    const path = `/api/recorded-results?${new URLSearchParams({ reviews }).toString()}`;
    const { instances } = await api<RecordedResultsAnswer>(path, schema, {
      ...(signal && { signal }),
    });
    for (const { instanceId, items } of instances) found.set(instanceId, items);
  }
  return found;
}

export function recordedInstancesQuery(services: Services, reviewIds: readonly string[]) {
  return queryOptions({
    queryKey: [...keys.histories(services.me), "recorded-instances", reviewIds],
    queryFn: ({ signal }) => readRecordedInstances(services, reviewIds, signal),
    staleTime: 30_000,
    structuralSharing: false,
    enabled: reviewIds.length > 0,
  });
}

/** How much of these reviews is in the history, a request for each hundred of them. */
export function useRecordedInstances(reviewIds: readonly string[]) {
  return useQuery(recordedInstancesQuery(useServices(), reviewIds));
}

/** The items of one instance that are in the history at this moment. */
export async function readRecordedItemsOf(
  services: Pick<Services, "api">,
  { reviewId, id }: Pick<ReviewInstance, "reviewId" | "id">,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  // Usually there are none, and the answer is short.
  const recorded = await readRecordedInstances(services, [reviewId], signal);
  if ((recorded.get(id) ?? 0) === 0) return NONE;
  return (await readRecordedItems(services, reviewId, signal)).itemsOf(id);
}
