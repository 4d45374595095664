import "server-only";
import type { RecordedResultsAnswer } from "@/lib/contract/recorded-results";
import { Prisma } from "@/prisma/generated/client";
import type { Caller } from "./caller";
import { database, type Database } from "./database";
import { keyOfId } from "./entry-row";
import { inTenant } from "./tenant-transaction";

interface StoredCount {
  readonly review_id: string;
  readonly instance_id: string;
  readonly items: bigint;
}

/** Of which instances of these reviews the caller's tenant has results, and of how many items. */
export async function recordedResults(
  reviewIds: readonly string[],
  { tenantId }: Pick<Caller, "tenantId">,
  of?: Database,
): Promise<RecordedResultsAnswer> {
  const stored = await inTenant(of ?? (await database()), tenantId, (transaction) =>
    transaction.$queryRaw<readonly StoredCount[]>(countsOf(tenantId, reviewIds)),
  );
  return {
    instances: stored.map(({ review_id: reviewId, instance_id: instanceId, items }) => ({
      reviewId,
      instanceId,
      items: Number(items),
    })),
  };
}

/** What was recorded of an item twice, or by two people, is one item. */
function countsOf(tenant: string, reviewIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT e.subject_id AS review_id,
           e.body #>> '{result,instanceId}' AS instance_id,
           count(DISTINCT e.body #>> '{result,itemId}') AS items
    FROM entry e
    WHERE e.tenant = ${tenant}::uuid AND e.kind = 'review-result'
      AND e.subject_id = ANY (${reviewIds.map(keyOfId)})
    GROUP BY 1, 2`;
}
