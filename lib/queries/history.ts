import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { HistoryRequest } from "@/lib/contract/history";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { readHistory } from "@/lib/services/read-history";

export type HistoryFilter = Omit<HistoryRequest, "before">;

export function historyQuery({ api, me }: Services, filter: HistoryFilter) {
  return infiniteQueryOptions({
    queryKey: keys.history(me, filter),
    queryFn: ({ signal, pageParam }) =>
      readHistory(api, { ...filter, ...(pageParam !== null && { before: pageParam }) }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** The history under a filter, newest first, a page at a time. */
export function useHistory(filter: HistoryFilter) {
  return useInfiniteQuery(historyQuery(useServices(), filter));
}
