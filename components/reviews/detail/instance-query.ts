import { type SortValue, sortRows } from "@/components/list/sort-rows";
import { textMatcher } from "@/lib/domain/match-text";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import { phaseOf, phaseOrder } from "@/lib/domain/reviews/review-status";

export const INSTANCE_SORTS = ["resource", "status", "starts", "ends", "progress"] as const;

export type InstanceSort = (typeof INSTANCE_SORTS)[number];

/** One run of the review over one resource, as the list of instances has it. */
export interface InstanceRow {
  readonly instance: ReviewInstance;
  /** What it is about, with the names that were read. */
  readonly resource: string;
  /** Only of running ones, and only where it could be counted. */
  readonly progress: { readonly decided: number; readonly total: number } | null;
}

export interface InstanceQuery {
  readonly text: string;
  readonly sort: { readonly by: InstanceSort; readonly descending: boolean };
}

/**
 * The instance that a page without a choice shows: one that runs, else the one that began last. Of several alike the
 * first that Graph gave.
 */
export function usualInstance(instances: readonly ReviewInstance[]): ReviewInstance | null {
  const running = instances.find(({ status }) => phaseOf(status) === "running");
  if (running !== undefined) return running;
  return instances.reduce<ReviewInstance | null>(
    (last, each) => (last === null || (each.startsAt ?? 0) > (last.startsAt ?? 0) ? each : last),
    null,
  );
}

function valueOf({ instance, resource, progress }: InstanceRow, by: InstanceSort): SortValue {
  switch (by) {
    case "resource":
      return resource;
    case "status":
      return phaseOrder(instance.status);
    case "starts":
      return instance.startsAt;
    case "ends":
      return instance.endsAt;
    case "progress":
      return progress === null ? null : progress.decided / Math.max(1, progress.total);
  }
}

/** The instances that match, in their order. */
export function selectInstances(
  rows: readonly InstanceRow[],
  { text, sort }: InstanceQuery,
): readonly InstanceRow[] {
  const matches = textMatcher(text);
  const found = rows.filter(({ resource }) => matches(resource));
  return sortRows(found, (row) => valueOf(row, sort.by), sort.descending);
}
