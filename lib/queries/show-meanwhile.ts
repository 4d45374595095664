import type { QueryClient, QueryKey } from "@tanstack/react-query";

const LEAST_BETWEEN_MILLISECONDS = 250;

/** What was read, and whether that is all. */
interface SoFar {
  readonly complete: boolean;
}

/**
 * Shows partial results while more is read: at once, then a few times a second. A complete result stays while it is read
 * again, so that rows don't disappear and come back.
 */
export function showMeanwhile(
  cache: Pick<QueryClient, "getQueryData" | "setQueryData">,
  queryKey: QueryKey,
  now: () => number = () => performance.now(),
): (soFar: SoFar) => void {
  if (cache.getQueryData<SoFar>(queryKey)?.complete === true) return () => undefined;
  let shownAt = -Infinity;
  return (soFar) => {
    if (now() - shownAt < LEAST_BETWEEN_MILLISECONDS) return;
    shownAt = now();
    cache.setQueryData(queryKey, soFar);
  };
}
