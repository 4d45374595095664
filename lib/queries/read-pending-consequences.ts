import {
  deletesAccounts,
  mayStillAct,
  type PendingConsequence,
  pendingConsequences,
} from "@/lib/domain/reviews/pending-consequences";
import type { Review } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import type { Graph } from "@/lib/graph/graph";
import { readInstancesOfMany } from "@/lib/graph/reviews/read-instances";
import { readItemsOfMany } from "@/lib/graph/reviews/read-items-of-many";

/** What reviews are about to do to guests' accounts, as far as it was read. */
export interface PendingRead {
  readonly pending: readonly PendingConsequence[];
  /** False where an instance or an item could not be read: others may wait for the same. */
  readonly complete: boolean;
}

/**
 * The guests that these reviews are about to block and delete. Reads only unfinished instances of reviews that delete
 * accounts, so usually there is nothing to read.
 */
export async function readPendingConsequences(
  { graph, now }: { readonly graph: Graph; readonly now: () => Instant },
  reviews: readonly Review[],
  signal?: AbortSignal,
): Promise<PendingRead> {
  const concerned = reviews.filter(deletesAccounts);
  if (concerned.length === 0) return { pending: [], complete: true };
  const ids = concerned.map(({ id }) => id);
  const found = await readInstancesOfMany(graph, ids, { signal });
  const instances = concerned.flatMap((review) =>
    (found.get(review.id) ?? []).filter((each) => mayStillAct(review, each, now())),
  );
  const refs = instances.map(({ reviewId, id }) => ({ reviewId, instanceId: id }));
  const { items, complete } = await readItemsOfMany(graph, refs, { signal });
  return {
    pending: pendingConsequences(concerned, instances, items, now()),
    complete: complete && [...found.values()].every((each) => each !== null),
  };
}
