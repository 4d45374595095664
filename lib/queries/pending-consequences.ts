import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { PendingConsequence } from "@/lib/domain/reviews/pending-consequences";
import { reviewsSeen } from "@/lib/domain/reviews/reviews-seen";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";
import { useMyRoles } from "./my-roles";
import { readPendingConsequences } from "./read-pending-consequences";
import { reviewsQuery } from "./reviews";

export function pendingConsequencesQuery(services: Services) {
  return queryOptions({
    queryKey: [...keys.reviews(services.me), "pending-consequences"],
    queryFn: async ({ signal, client }) => {
      const reviews = await client.query(reviewsQuery(services));
      return await readPendingConsequences(services, reviews, signal);
    },
    staleTime: 30_000,
    structuralSharing: false,
  });
}

export interface Pending {
  /** What was found, of these guests only. */
  readonly pending: readonly PendingConsequence[];
  /** Whether it is still being read. */
  readonly looking: boolean;
  /** Whether everything was read by a person who may see every review; false while it is being read. */
  readonly complete: boolean;
}

const NOTHING: readonly PendingConsequence[] = [];

/** What access reviews are about to do to these guests' accounts. Read only while enabled. */
export function usePendingConsequences(guestIds: readonly string[], enabled: boolean): Pending {
  const read = useQuery({ ...pendingConsequencesQuery(useServices()), enabled });
  const roles = useMyRoles();
  const all = read.data?.pending ?? NOTHING;
  const pending = useMemo(() => {
    const ids = new Set(guestIds.map((id) => id.toLowerCase()));
    return all.filter(({ guestId }) => ids.has(guestId.toLowerCase()));
  }, [all, guestIds]);
  const seesAll = reviewsSeen(roles.data ?? null) === "all";
  return {
    pending,
    looking: enabled && (read.isPending || roles.isPending),
    complete: read.isSuccess && read.data.complete && seesAll,
  };
}
