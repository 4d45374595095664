import type { DecidedCount } from "@/lib/domain/reviews/instances";
import type { BatchAnswer, Graph } from "../graph";
import { readInBatches } from "../read-in-batches";
import "../jitless";
import { z } from "zod";
import { itemsPath } from "./read-items";
import { REVIEW_PAGE } from "./read-review-pages";
import type { InstanceRef } from "./review-paths";
import { REVIEW_READ_SCOPES } from "./scopes";

const pageOnWire = z.object({
  "@odata.count": z.number().nullish(),
  value: z.array(z.object({ decision: z.string().nullish() })),
});

const ALL = `?$select=id,decision&$top=${REVIEW_PAGE}`;
const UNDECIDED = `${ALL}&$count=true&$filter=${encodeURIComponent("decision eq 'NotReviewed'")}`;

/**
 * How much of these instances is decided, by instance: one reading each, twenty to a request, and one more of those
 * with more than a page. An instance that cannot be counted like this, or may not be read, is missing.
 */
export async function readProgress(
  graph: Graph,
  refs: readonly InstanceRef[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, DecidedCount>> {
  const progress = new Map<string, DecidedCount>();
  const first = await askFor(graph, refs, `${ALL}&$count=true`, signal);
  const longer = refs.filter(({ instanceId }) => {
    const page = pageOf(first.get(instanceId));
    if (page === null) return false;
    const { rows } = page;
    if (rows.length === REVIEW_PAGE) return page.total !== null;
    const decided = rows.filter(({ decision }) => (decision ?? "NotReviewed") !== "NotReviewed");
    progress.set(instanceId, { decided: decided.length, total: rows.length });
    return false;
  });
  const undecided = await askFor(graph, longer, UNDECIDED, signal);
  for (const { instanceId } of longer) {
    const total = pageOf(first.get(instanceId))?.total ?? null;
    const left = pageOf(undecided.get(instanceId))?.total ?? null;
    if (total !== null && left !== null) {
      progress.set(instanceId, { decided: Math.max(0, total - left), total });
    }
  }
  return progress;
}

function askFor(
  graph: Graph,
  refs: readonly InstanceRef[],
  query: string,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, BatchAnswer>> {
  const requests = refs.map((ref) => ({
    id: ref.instanceId,
    method: "GET" as const,
    path: `${itemsPath(ref, {})}${query}`,
  }));
  return readInBatches(graph, requests, { scopes: REVIEW_READ_SCOPES, signal });
}

function pageOf(answer: BatchAnswer | undefined) {
  const page = answer?.status === 200 ? pageOnWire.safeParse(answer.body) : null;
  if (page?.success !== true) return null;
  const { value: rows, "@odata.count": count } = page.data;
  if (rows.length < REVIEW_PAGE) return { rows, total: rows.length };
  // Microsoft's samples have the page's own row count here, so only a larger number counts.
  return { rows, total: typeof count === "number" && count > REVIEW_PAGE ? count : null };
}
