import { operationIdIn } from "@/lib/domain/reviews/marker";
import type { Instant } from "@/lib/domain/time";
import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import { instantFromWire } from "../guests/instant-on-wire";
import "../jitless";
import { z } from "zod";
import { readReviewPages } from "./read-review-pages";
import { DEFINITIONS } from "./review-paths";

/** A review with the marker of one of our operations. */
export interface MarkedReview {
  readonly id: string;
  readonly createdAt: Instant | null;
}

const markedOnWire = z.object({
  id: z.string().min(1),
  createdDateTime: z.string().nullish(),
  descriptionForAdmins: z.string().nullish(),
});

const NEWEST_FIRST =
  "?$select=id,createdDateTime,descriptionForAdmins&$orderby=createdDateTime%20desc";

export interface FindOptions {
  /** When the operation was sent. Reviews created more than a day earlier are ignored. */
  readonly since?: Instant;
  readonly signal?: AbortSignal;
}

const DAY = 86_400_000;

/**
 * The reviews that an operation created, the newest first: none, one, or more only if it was sent twice. The list lags
 * behind a creation, so read again before you trust "none".
 * https://learn.microsoft.com/graph/api/accessreviewset-list-definitions
 */
export async function findByMarker(
  graph: Graph,
  operationId: string,
  options: FindOptions = {},
): Promise<readonly MarkedReview[]> {
  try {
    return await find(graph, `${DEFINITIONS}${NEWEST_FIRST}`, operationId, options);
  } catch (cause) {
    const refused = cause instanceof GraphError && cause.kind === "bad-request";
    if (!refused) throw cause;
    // Graph doesn't document which properties can sort this list, so all of it is read.
    const { signal } = options;
    return await find(graph, DEFINITIONS, operationId, { ...(signal && { signal }) });
  }
}

async function find(
  graph: Graph,
  path: string,
  operationId: string,
  { since, signal }: FindOptions,
): Promise<readonly MarkedReview[]> {
  const found: MarkedReview[] = [];
  const lowerCaseId = operationId.toLowerCase();
  for await (const { items } of readReviewPages(graph, path, { schema: markedOnWire, signal })) {
    for (const { id, createdDateTime, descriptionForAdmins } of items) {
      const marked = operationIdIn(descriptionForAdmins ?? "")?.toLowerCase() === lowerCaseId;
      if (marked) found.push({ id, createdAt: instantFromWire(createdDateTime) });
    }
    const oldest = instantFromWire(items.at(-1)?.createdDateTime);
    if (since !== undefined && oldest !== null && oldest < since - DAY) break;
  }
  return found;
}
