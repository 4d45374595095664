import type { NewEntry } from "@/lib/contract/entries";
import { conflict } from "./ledger-error";
import type { Facts } from "./recorded-facts";

/** While somebody holds the lease of a plan, and after somebody else has taken it over, an earlier holder has no say. */
export function refuseFencedOff(
  { fence }: Pick<Extract<NewEntry, { kind: "carried-out" }>, "fence">,
  planId: string,
  field: string,
  facts: Facts,
): void {
  if (fence === facts.fence(planId)) return;
  throw conflict("Somebody else carries out this plan, or has taken it over.", `${field}.fence`);
}
