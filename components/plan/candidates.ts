import { inventory } from "@/lib/inventory/use-inventory";
import type { Candidate } from "@/lib/domain/plan";

export interface Found {
  readonly candidates: readonly Candidate[];
  /** Asked for, and not there any more. */
  readonly gone: readonly string[];
}

export type FindCandidates = (ids: readonly string[]) => Promise<Found>;

/** The chosen guests as the tab's list has them. */
export const listCandidates: FindCandidates = async (ids) => {
  const candidates = await inventory().rows(ids);
  const there = new Set(candidates.map(({ guest }) => guest.id));
  return { candidates, gone: ids.filter((id) => !there.has(id)) };
};
