import type { DecidedCount } from "@/lib/domain/reviews/decided-count";
import type { BatchAnswer, Graph } from "../graph";
import { readInBatches } from "../batch";
import "../jitless";
import { z } from "zod";
import { itemsPath } from "./read-items";
import { REVIEW_PAGE } from "./read-review-pages";
import type { InstanceRef } from "./review-paths";
import { REVIEW_READ_SCOPES } from "./scopes";

const pageOnWire = z.object({
  "@odata.count": z.number().nullish(),
  "@odata.nextLink": z.string().nullish(),
  value: z.array(z.object({ decision: z.string().nullish(), applyResult: z.string().nullish() })),
});

const ALL = `?$select=id,decision,applyResult&$top=${REVIEW_PAGE}`;
const UNDECIDED = `${ALL}&$count=true&$filter=${encodeURIComponent("decision eq 'NotReviewed'")}`;

/**
 * How much of these instances is decided, by instance: one request each, batched by twenty, and one more for those
 * with more than a page. Where the service does not count the rest, the first page gives lower bounds. An instance
 * that may not be read is missing.
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
    const { decided, rows, total, isLast, ...rest } = page;
    progress.set(
      instanceId,
      isLast ? { decided, total: rows, ...rest } : { decided, total, atLeast: true, ...rest },
    );
    return !isLast && total > rows;
  });
  const undecided = await askFor(graph, longer, UNDECIDED, signal);
  for (const { instanceId } of longer) {
    const total = pageOf(first.get(instanceId))?.total;
    const left = pageOf(undecided.get(instanceId));
    // A full page without a count that exceeds it does not tell how many follow.
    if (total === undefined || left === null || (!left.isLast && left.total <= left.rows)) continue;
    const { notApplied } = progress.get(instanceId) ?? {};
    progress.set(instanceId, {
      decided: Math.max(0, total - left.total),
      total,
      ...(notApplied !== undefined && { notApplied }),
    });
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

/** What Entra says of a decision that it tried to apply in vain. */
const NOT_APPLIED = new Set(["ApplyNotSupported", "AppliedWithUnknownFailure"]);

function pageOf(answer: BatchAnswer | undefined) {
  const page = answer?.status === 200 ? pageOnWire.safeParse(answer.body) : null;
  if (page?.success !== true) return null;
  const { value, "@odata.count": count, "@odata.nextLink": next } = page.data;
  const rows = value.length;
  const decided = value.filter(({ decision }) => (decision ?? "NotReviewed") !== "NotReviewed");
  const notApplied = value.filter(
    ({ decision, applyResult }) => decision === "Deny" && NOT_APPLIED.has(applyResult ?? ""),
  ).length;
  return {
    rows,
    decided: decided.length,
    ...(notApplied > 0 && { notApplied }),
    isLast: (next ?? "") === "",
    // Microsoft's samples have the page's own row count here, so only a larger number counts.
    total: Math.max(rows, count ?? 0),
  };
}
