import { operationIdIn } from "@/lib/domain/reviews/marker";
import type { Instant } from "@/lib/domain/time";
import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import { instantFromWire } from "../guests/instant-on-wire";
import "../jitless";
import { z } from "zod";
import { readReviewPages } from "./read-review-pages";
import { DEFINITIONS } from "./review-paths";

/** A review that bears the marker of an operation of ours. */
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
  /** When the operation was sent: what is older than a day before it is not looked at. */
  readonly since?: Instant;
  readonly signal?: AbortSignal;
}

const DAY = 86_400_000;

/**
 * The reviews that an operation created, the newest first: none, or one, and more only if it was sent twice. The list
 * lags behind a creation, so "none" is to be asked again before it is believed.
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
    // Which properties order the list is not documented: without an order all of it is read.
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
