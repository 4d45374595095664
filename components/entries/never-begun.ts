import type { PlanSummary } from "@/lib/contract/history";
import { numberText } from "@/lib/domain/number-text";

type Counts = Pick<PlanSummary, "recorded" | "confirmed" | "isHeld">;

/** How many confirmed operations of a plan the history does not have: they were never begun, or are not begun yet. */
export function leftOutOf({ recorded, confirmed }: Counts): number {
  return Math.max(0, (confirmed ?? 0) - recorded);
}

/** "100 of 120 confirmed; 20 were never begun"; null where nothing is missing, or the entries do not say. */
export function neverBegunWords(plan: Counts): string | null {
  const { recorded, confirmed, isHeld } = plan;
  const left = leftOutOf(plan);
  if (confirmed === null || left === 0) return null;
  const begun = isHeld ? "not begun yet" : `${left === 1 ? "was" : "were"} never begun`;
  return `${numberText(recorded)} of ${numberText(confirmed)} confirmed; ${numberText(left)} ${begun}`;
}
