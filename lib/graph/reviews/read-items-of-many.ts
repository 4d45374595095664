import type { ReviewItem } from "@/lib/domain/reviews/review";
import { bodyOfItem, readInBatches } from "../batch";
import type { BatchAnswer, Graph } from "../graph";
import "../jitless";
import { z } from "zod";
import { itemFromWire, itemOnWire } from "./item-on-wire";
import { itemsPath, readItems, WITH_INSIGHTS } from "./read-items";
import { REVIEW_PAGE } from "./read-review-pages";
import type { InstanceRef } from "./review-paths";
import { REVIEW_READ_SCOPES } from "./scopes";

/** The items of several instances, as far as they were read. */
export interface ItemsOfMany {
  readonly items: readonly ReviewItem[];
  /** All pages of all instances were read. */
  readonly complete: boolean;
  /** Ids of instances that could not be read. */
  readonly unread: readonly string[];
}

export interface ItemsOfManyOptions {
  readonly asReviewer?: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Called whenever more were read. */
  readonly onPart?: (read: ItemsOfMany) => void;
}

const pageOnWire = z.object({ value: z.array(itemOnWire) });

/**
 * What is to be decided in many instances: the first page of each, twenty instances to a request, and the rest of
 * the few that have more. An instance that is gone meanwhile has no items.
 */
export async function readItemsOfMany(
  graph: Graph,
  refs: readonly InstanceRef[],
  { asReviewer = false, signal, onPart }: ItemsOfManyOptions = {},
): Promise<ItemsOfMany> {
  const answers = await firstPages(graph, refs, asReviewer, signal);
  const items: ReviewItem[] = [];
  const unread: string[] = [];
  const longer: InstanceRef[] = [];
  for (const ref of refs) {
    const answer = answers.get(ref.instanceId);
    if (answer?.status === 404) continue;
    const page = firstPage(answer, ref);
    if (page === null) unread.push(ref.instanceId);
    else if (page.length >= REVIEW_PAGE) longer.push(ref);
    else items.push(...page);
  }
  let complete = unread.length === 0;
  const tell = (more: readonly ReviewItem[]) =>
    onPart?.({ items: [...items, ...more], complete: false, unread });
  if (longer.length > 0) tell([]);
  for (const ref of longer) {
    const onPage = (read: { readonly items: readonly ReviewItem[] }) => tell(read.items);
    const read = await readItems(graph, ref, { asReviewer, signal, onPage });
    items.push(...read.items);
    complete = complete && read.complete;
  }
  return { items, complete, unread };
}

async function firstPages(
  graph: Graph,
  refs: readonly InstanceRef[],
  asReviewer: boolean,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, BatchAnswer>> {
  const ask = (some: readonly InstanceRef[], query: string) =>
    readInBatches(
      graph,
      some.map((ref) => ({
        id: ref.instanceId,
        method: "GET" as const,
        path: `${itemsPath(ref, { asReviewer })}${query}`,
      })),
      { scopes: REVIEW_READ_SCOPES, signal },
    );
  const answers = await ask(refs, WITH_INSIGHTS);
  const refused = refs.filter(({ instanceId }) => answers.get(instanceId)?.status === 400);
  return new Map([...answers, ...(await ask(refused, ""))]);
}

function firstPage(
  answer: BatchAnswer | undefined,
  ref: InstanceRef,
): readonly ReviewItem[] | null {
  if (answer?.status !== 200) return null;
  return bodyOfItem(answer, pageOnWire, "decisions").value.map((wire) => itemFromWire(wire, ref));
}
