import type { Prisma } from "@/prisma/generated/client";

/** Who had the lease of a plan last; it may have lapsed. */
export interface PlanLease {
  readonly fence: number;
  readonly holderId: string;
}

/** The latest leases of these plans, by the plans' ids. */
export async function readLeases(
  transaction: Prisma.TransactionClient,
  tenant: string,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, PlanLease>> {
  const ids = [...new Set(planIds)];
  if (ids.length === 0) return new Map();
  // Nobody takes one of these plans over before this transaction ends.
  const leases = await transaction.$queryRaw<readonly LeaseRow[]>`
    SELECT "plan_id", "fence", "holder_id" FROM "lease"
    WHERE "tenant" = ${tenant}::uuid AND "plan_id" = ANY(${ids}::uuid[]) FOR SHARE`;
  return new Map(leases.map((row) => [row.plan_id, { fence: row.fence, holderId: row.holder_id }]));
}

interface LeaseRow {
  readonly plan_id: string;
  readonly fence: number;
  readonly holder_id: string;
}
