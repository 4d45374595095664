import type { ReviewPerson } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import type { Graph } from "../graph";
import { instantFromWire } from "../guests/instant-on-wire";
import "../jitless";
import { z } from "zod";
import { textOrNull } from "./person-on-wire";
import { readReviewPages } from "./read-review-pages";
import { instancePath, type InstanceRef } from "./review-paths";

/** Somebody who was asked to decide, and since when. */
export interface ContactedReviewer extends ReviewPerson {
  readonly contactedAt: Instant | null;
}

const contactedOnWire = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  createdDateTime: z.string().nullish(),
});

/**
 * Who was asked to decide in an instance, whether or not they were mailed.
 * https://learn.microsoft.com/graph/api/accessreviewinstance-list-contactedreviewers
 */
export async function readContacted(
  graph: Graph,
  ref: InstanceRef,
  signal?: AbortSignal,
): Promise<readonly ContactedReviewer[]> {
  const contacted: ContactedReviewer[] = [];
  const path = `${instancePath(ref)}/contactedReviewers`;
  for await (const { items } of readReviewPages(graph, path, { schema: contactedOnWire, signal })) {
    for (const wire of items) {
      contacted.push({
        id: wire.id,
        displayName: textOrNull(wire.displayName),
        userPrincipalName: textOrNull(wire.userPrincipalName),
        contactedAt: instantFromWire(wire.createdDateTime),
      });
    }
  }
  return contacted;
}
