import { useEffect, useMemo, useRef } from "react";
import { accessRequestsOf, countResults, resultLines } from "@/lib/domain/reviews/access-results";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import { useAccess } from "./group-access";

/**
 * What became of these items of an instance that may have ended, by who is in the groups now. The directory is read only
 * while enabled; what was read before stays there.
 */
export function useResults(
  review: Review,
  instance: ReviewInstance,
  items: readonly ReviewItem[],
  enabled: boolean,
) {
  const accessRequests = useMemo(() => accessRequestsOf(items), [items]);
  const access = useAccess(accessRequests, enabled && items.length > 0);
  const { refetch } = access;
  const known = useRef(instance.status);
  useEffect(() => {
    // What was being applied is looked at again when that is over.
    if (enabled && known.current !== instance.status) void refetch();
    known.current = instance.status;
  }, [enabled, instance.status, refetch]);
  const lines = useMemo(
    () => access.data && resultLines(review, instance, items, access.data.shown),
    [review, instance, items, access.data],
  );
  const counts = useMemo(() => lines && countResults(lines), [lines]);
  return { access, lines, counts };
}
