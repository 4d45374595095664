import { type QueryClient, queryOptions, skipToken, useQuery } from "@tanstack/react-query";

const progressKey = (key: readonly unknown[]) => [...key, "progress"] as const;

/** Says how far the query with this key is. */
export function setQueryProgress<Progress>(
  client: QueryClient,
  key: readonly unknown[],
  progress: Progress,
): void {
  client.setQueryData<Progress>(progressKey(key), progress);
}

/** How far the query with this key is; null while it has not said so. */
export function useQueryProgress<Progress>(key: readonly unknown[]): Progress | null {
  const query = queryOptions<Progress>({ queryKey: progressKey(key), queryFn: skipToken });
  return useQuery(query).data ?? null;
}
