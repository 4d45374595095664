import { selectRows } from "@/components/list/select-rows";
import type { ListSort } from "@/components/list/use-list-state";
import { decidedShare, type DecidedState } from "@/lib/domain/reviews/decided-count";
import { phaseOrder } from "@/lib/domain/reviews/review-status";
import type { ReviewInstance } from "@/lib/domain/reviews/review";

const SORTS = ["resource", "status", "starts", "ends", "progress"] as const;

/** One instance of the review, over one resource, as the list of instances has it. */
export interface InstanceRow {
  readonly instance: ReviewInstance;
  /** What it is about, with the names that were read. */
  readonly resource: string;
  /** Of running ones only. */
  readonly progress: DecidedState;
}

/** What the list of instances keeps in the address, which the page's other list shares. */
export const INSTANCE_LIST = {
  filters: {},
  sorts: SORTS,
  defaultSort: { by: "starts", descending: true },
  names: { q: "find", sort: "by", order: "way" },
} as const;

/** The instances that match, in their order. */
export function selectInstances(
  rows: readonly InstanceRow[],
  query: { readonly text: string; readonly sort: ListSort | null },
): readonly InstanceRow[] {
  return selectRows<InstanceRow, object, (typeof SORTS)[number]>(
    rows,
    { ...query, filters: {} },
    {
      texts: ({ resource }) => [resource],
      filters: {},
      sortValues: {
        resource: ({ resource }) => resource,
        status: ({ instance }) => phaseOrder(instance.status),
        starts: ({ instance }) => instance.startsAt,
        ends: ({ instance }) => instance.endsAt,
        progress: ({ progress }) => decidedShare(progress),
      },
    },
  );
}
