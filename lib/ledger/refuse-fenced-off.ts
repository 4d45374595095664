import type { NewEntry } from "@/lib/contract/entries";
import { conflict } from "./ledger-error";
import type { Facts } from "./recorded-facts";
import type { RecordedOperation } from "./recorded-operation";

/**
 * Only who had the lease of a plan last has a say, with its number: nobody beside the holder, and no earlier holder once
 * somebody else has taken the plan over. Of a plan that never had a lease the person who planned it speaks.
 */
export function refuseFencedOff(
  { fence }: Pick<Extract<NewEntry, { kind: "carried-out" }>, "fence">,
  { planId, actorId: author }: RecordedOperation,
  field: string,
  actorId: string,
  facts: Facts,
): void {
  const lease = facts.lease(planId);
  if (fence === lease?.fence && actorId === (lease?.holderId ?? author)) return;
  throw conflict("Somebody else carries out this plan, or has taken it over.", `${field}.fence`);
}
