import type { ReviewInstance } from "@/lib/domain/reviews/review";
import { bodyOfItem, readInBatches, refuseIfAllAre } from "../batch";
import type { Graph } from "../graph";
import { readReviewPages, REVIEW_PAGE } from "./read-review-pages";
import { asReviewer, instancePath, type InstanceRef, instancesPath } from "./review-paths";
import { REVIEW_READ_SCOPES } from "./scopes";
import { knownWord } from "@/lib/domain/reviews/known-word";
import { readReviewers } from "@/lib/domain/reviews/read-reviewers";
import { readScope } from "@/lib/domain/reviews/read-scope";
import { REVIEW_STATUSES } from "@/lib/domain/reviews/review-status";
import { instantFromWire } from "../guests/instant-on-wire";
import "../jitless";
import { z } from "zod";

/** https://learn.microsoft.com/graph/api/resources/accessreviewinstance */
export const instanceOnWire = z.object({
  id: z.string().min(1),
  status: z.string().nullish(),
  startDateTime: z.string().nullish(),
  endDateTime: z.string().nullish(),
  scope: z.unknown().optional(),
  reviewers: z.unknown().optional(),
  fallbackReviewers: z.unknown().optional(),
});

/** One run of a review in our own nouns. */
export function instanceFromWire(
  wire: z.infer<typeof instanceOnWire>,
  reviewId: string,
): ReviewInstance {
  return {
    id: wire.id,
    reviewId,
    status: knownWord(REVIEW_STATUSES, wire.status),
    startsAt: instantFromWire(wire.startDateTime),
    endsAt: instantFromWire(wire.endDateTime),
    scope: readScope(wire.scope, undefined),
    reviewers: readReviewers(wire.reviewers),
    fallbackReviewers: readReviewers(wire.fallbackReviewers),
  };
}

export interface InstancesOptions {
  readonly signal?: AbortSignal | undefined;
  /** Only those in which the signed-in person is a reviewer. */
  readonly asReviewer?: boolean;
}

/**
 * Every run of one review so far, in the service's order.
 * https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-list-instances
 */
export async function readInstances(
  graph: Graph,
  reviewId: string,
  { signal, ...options }: InstancesOptions = {},
): Promise<readonly ReviewInstance[]> {
  const instances: ReviewInstance[] = [];
  const pages = readReviewPages(graph, collectionOf(reviewId, options), {
    schema: instanceOnWire,
    signal,
  });
  for await (const { items } of pages) {
    instances.push(...items.map((wire) => instanceFromWire(wire, reviewId)));
  }
  return instances;
}

/** One run as it is now. https://learn.microsoft.com/graph/api/accessreviewinstance-get */
export async function readInstance(
  graph: Graph,
  ref: InstanceRef,
  signal?: AbortSignal,
): Promise<ReviewInstance> {
  const wire = await graph.read(instancePath(ref), {
    scopes: REVIEW_READ_SCOPES,
    schema: instanceOnWire,
    ...(signal && { signal }),
  });
  return instanceFromWire(wire, ref.reviewId);
}

export interface ManyInstancesOptions extends InstancesOptions {
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * The runs of many reviews, twenty reviews to a request. A review that is gone meanwhile is missing; one that the
 * person may not look into has null. Throws when none of them can be read.
 */
export async function readInstancesOfMany(
  graph: Graph,
  reviewIds: readonly string[],
  { signal, onProgress, ...options }: ManyInstancesOptions = {},
): Promise<ReadonlyMap<string, readonly ReviewInstance[] | null>> {
  const ids = [...new Set(reviewIds)];
  const requests = ids.map((id) => ({
    id,
    method: "GET" as const,
    path: collectionOf(id, options),
  }));
  const answers = await readInBatches(graph, requests, {
    scopes: REVIEW_READ_SCOPES,
    signal,
    onAnswers: (_, done) => onProgress?.(done, ids.length),
  });
  refuseIfAllAre(answers, "instances");
  const found = new Map<string, readonly ReviewInstance[] | null>();
  for (const id of ids) {
    const answer = answers.get(id);
    if (answer?.status === 404) continue;
    if (answer?.status === 403) {
      found.set(id, null);
      continue;
    }
    const { value } = bodyOfItem(answer, pageOnWire, "instances");
    const first = value.map((wire) => instanceFromWire(wire, id));
    // A full page may have more behind it, which is rare: that review is read anew on its own.
    const more = first.length >= REVIEW_PAGE;
    found.set(id, more ? await readInstances(graph, id, { ...options, signal }) : first);
  }
  return found;
}

const pageOnWire = z.object({ value: z.array(instanceOnWire) });

function collectionOf(reviewId: string, options: InstancesOptions): string {
  const path = instancesPath(reviewId);
  return options.asReviewer === true ? asReviewer(path) : path;
}
