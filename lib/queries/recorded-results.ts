import { queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import type { Instant } from "@/lib/domain/time";
import { type ReadingDoors, useDoors } from "./doors";
import { keys } from "./keys";
import { readHistory } from "./read-history";

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
  { api }: Pick<ReadingDoors, "api">,
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

export function recordedItemsQuery(doors: ReadingDoors, reviewId: string) {
  return queryOptions({
    queryKey: [...keys.histories(doors.me), "recorded", reviewId],
    queryFn: ({ signal }) => readRecordedItems(doors, reviewId, signal),
    staleTime: 30_000,
    structuralSharing: false,
  });
}

/** Which results of a review are in the history. */
export function useRecordedItems(reviewId: string) {
  return useQuery(recordedItemsQuery(useDoors(), reviewId));
}

export function latestRecordedQuery({ api, me }: ReadingDoors, reviewId: string) {
  return queryOptions({
    queryKey: [...keys.histories(me), "recorded-until", reviewId],
    queryFn: async ({ signal }) => {
      const request = { subject: reviewId, kind: "review-result", limit: 1 } as const;
      const [row] = (await readHistory(api, request, signal)).rows;
      return row?.kind === "review-result" ? row.result.endsAt : null;
    },
    staleTime: 30_000,
  });
}

/**
 * Until when each of these reviews is in the history: the end of the instance of which a result was copied last; null
 * where none was. A review that could not be asked about is missing.
 */
export function useRecordedUntil(
  reviewIds: readonly string[],
): ReadonlyMap<string, Instant | null> {
  const doors = useDoors();
  return useQueries({
    queries: reviewIds.map((id) => latestRecordedQuery(doors, id)),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }, index) =>
          data === undefined ? [] : [[reviewIds[index] ?? "", data] as const],
        ),
      ),
  });
}
