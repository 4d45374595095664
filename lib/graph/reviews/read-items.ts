import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import { itemFromWire, itemOnWire } from "./item-on-wire";
import { readReviewPages } from "./read-review-pages";
import { asReviewer, instancePath, type InstanceRef } from "./review-paths";

/** What the recommendation rests on comes with the items; where the service refuses that, they come without. */
export const WITH_INSIGHTS = "?$expand=insights";

export interface ItemsRead {
  readonly items: readonly ReviewItem[];
  /** How many there are in all, where the service said so. */
  readonly expected: number | null;
  /** Every page was read, and as many items were found as the service counted. */
  readonly complete: boolean;
}

export interface ItemsOptions {
  /** Only those that the signed-in person is to decide. */
  readonly asReviewer?: boolean;
  /** Those of one stage, by its id. */
  readonly stageId?: string;
  readonly signal?: AbortSignal | undefined;
  /** Called with each page; `items` are all that were read so far. */
  readonly onPage?: (read: ItemsRead) => void;
}

/**
 * What is to be decided in one instance, all pages of it.
 * https://learn.microsoft.com/graph/api/accessreviewinstance-list-decisions,
 * https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-filterbycurrentuser and
 * https://learn.microsoft.com/graph/api/accessreviewstage-list-decisions
 */
export async function readItems(
  graph: Graph,
  ref: InstanceRef,
  options: ItemsOptions = {},
): Promise<ItemsRead> {
  const path = itemsPath(ref, options);
  let pages = 0;
  const counting = {
    ...options,
    onPage: (read: ItemsRead) => {
      pages += 1;
      options.onPage?.(read);
    },
  };
  try {
    return await readFrom(graph, `${path}${WITH_INSIGHTS}`, ref, counting);
  } catch (cause) {
    const refused = cause instanceof GraphError && cause.kind === "bad-request" && pages === 0;
    if (!refused) throw cause;
    return await readFrom(graph, path, ref, options);
  }
}

async function readFrom(
  graph: Graph,
  path: string,
  ref: InstanceRef,
  { signal, onPage }: ItemsOptions,
): Promise<ItemsRead> {
  const found: ReviewItem[] = [];
  let expected: number | null = null;
  for await (const page of readReviewPages(graph, path, { schema: itemOnWire, signal })) {
    found.push(...page.items.map((wire) => itemFromWire(wire, ref)));
    ({ expected } = page);
    onPage?.({ items: [...found], expected, complete: false });
  }
  const complete = expected === null || found.length >= expected;
  return { items: found, expected, complete };
}

/** The collection of items that these options mean. */
export function itemsPath(ref: InstanceRef, options: ItemsOptions): string {
  const { stageId } = options;
  const stage = stageId === undefined ? "" : `/stages/${encodeURIComponent(stageId)}`;
  const path = `${instancePath(ref)}${stage}/decisions`;
  return options.asReviewer === true ? asReviewer(path) : path;
}
