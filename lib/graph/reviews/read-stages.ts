import { REVIEW_STATUSES, type ReviewStatus } from "@/lib/domain/reviews/review-status";
import { knownWord } from "@/lib/domain/reviews/known-word";
import { readReviewers } from "@/lib/domain/reviews/read-reviewers";
import type { Reviewer } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import type { Graph } from "../graph";
import { instantFromWire } from "../guests/instant-on-wire";
import "../jitless";
import { z } from "zod";
import { readReviewPages } from "./read-review-pages";
import { instancePath, type InstanceRef } from "./review-paths";

/** One stage of an instance as it runs. */
export interface InstanceStage {
  readonly id: string;
  readonly status: ReviewStatus;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly reviewers: readonly Reviewer[];
  readonly fallbackReviewers: readonly Reviewer[];
}

/** https://learn.microsoft.com/graph/api/resources/accessreviewstage */
const stageOnWire = z.object({
  id: z.string().min(1),
  status: z.string().nullish(),
  startDateTime: z.string().nullish(),
  endDateTime: z.string().nullish(),
  reviewers: z.unknown().optional(),
  fallbackReviewers: z.unknown().optional(),
});

/**
 * The stages of an instance; none where the review has only one.
 * https://learn.microsoft.com/graph/api/accessreviewinstance-list-stages
 */
export async function readStages(
  graph: Graph,
  ref: InstanceRef,
  signal?: AbortSignal,
): Promise<readonly InstanceStage[]> {
  const stages: InstanceStage[] = [];
  const path = `${instancePath(ref)}/stages`;
  for await (const { items } of readReviewPages(graph, path, { schema: stageOnWire, signal })) {
    for (const wire of items) {
      stages.push({
        id: wire.id,
        status: knownWord(REVIEW_STATUSES, wire.status),
        startsAt: instantFromWire(wire.startDateTime),
        endsAt: instantFromWire(wire.endDateTime),
        reviewers: readReviewers(wire.reviewers),
        fallbackReviewers: readReviewers(wire.fallbackReviewers),
      });
    }
  }
  return stages;
}
