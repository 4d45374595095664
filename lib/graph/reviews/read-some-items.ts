import type { ReviewItem } from "@/lib/domain/reviews/review";
import { bodyOfItem, readInBatches } from "../batch";
import type { Graph } from "../graph";
import { itemFromWire, itemOnWire } from "./item-on-wire";
import { instancePath, type InstanceRef } from "./review-paths";
import { REVIEW_READ_SCOPES } from "./scopes";

/**
 * Some items of one instance by their ids, twenty to a request; those that are gone, or that the signed-in person may
 * not read, are missing. https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-get
 */
export async function readSomeItems(
  graph: Graph,
  ref: InstanceRef,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly ReviewItem[]> {
  const distinctIds = [...new Set(ids)];
  const requests = distinctIds.map((id) => ({
    id,
    method: "GET" as const,
    path: `${instancePath(ref)}/decisions/${encodeURIComponent(id)}`,
  }));
  const answers = await readInBatches(graph, requests, { scopes: REVIEW_READ_SCOPES, signal });
  return distinctIds
    .filter((id) => ![403, 404].includes(answers.get(id)?.status ?? 0))
    .map((id) => itemFromWire(bodyOfItem(answers.get(id), itemOnWire, "decision item"), ref));
}
