import { type QueryClient, queryOptions, skipToken, useQuery } from "@tanstack/react-query";

const progressKey = (key: readonly unknown[]) => [...key, "progress"] as const;

/** How far a query is that takes long: it says so while it reads, under its own key, and a hook shows it. */
export function queryProgress<Progress>() {
  return {
    setProgress: (client: QueryClient, key: readonly unknown[], progress: Progress): void => {
      client.setQueryData<Progress>(progressKey(key), progress);
    },
    /** Null while the query has not said anything. */
    useQueryProgress: (key: readonly unknown[]): Progress | null => {
      const query = queryOptions<Progress>({ queryKey: progressKey(key), queryFn: skipToken });
      return useQuery(query).data ?? null;
    },
  };
}
