import { Prisma } from "@/prisma/generated/client";
import type { Operation } from "@/lib/domain/operation";
import {
  type Body,
  bodyFromDatabase,
  keyOfId,
  OPERATION_ENTRIES,
  operationFrom,
} from "./entry-row";
import { recordedOperation, type RecordedOperation } from "./recorded-operation";

/** The operations with these ids, as outcomes and undos are compared with them. */
export async function readOperations(
  transaction: Prisma.TransactionClient,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordedOperation>> {
  if (ids.length === 0) return new Map();
  const stored = await transaction.entry.findMany({
    where: { tenant, kind: { in: [...OPERATION_ENTRIES] }, operationId: { in: [...ids] } },
    select: { body: true, actorId: true },
  });
  return new Map(
    stored.map(({ body, actorId }) => {
      const operation = operationIn(bodyFromDatabase(body));
      return [keyOfId(operation.id), recordedOperation(operation, actorId)];
    }),
  );
}

/**
 * For each of these operations the ids of those about the same guest that came after it, or may have: recorded after it,
 * or not heard of before it, in a plan whose run was not over by then. A plan may wait for long before it is sent.
 */
export async function readLaterAboutGuest(
  transaction: Prisma.TransactionClient,
  tenant: string,
  operationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (operationIds.length === 0) return new Map();
  const ids = Prisma.join(operationIds.map((id) => Prisma.sql`${id}::uuid`));
  // Only what records an operation has a plan. In two steps, and not by kind: whatever is known of the table, both are
  // found by their indexes.
  const rows = await transaction.$queryRaw<readonly { earlier: string; later: string }[]>`
    WITH one AS MATERIALIZED (
      SELECT "operation_id", "guest_id", "seq", "recorded_at" FROM "entry"
      WHERE "tenant" = ${tenant}::uuid AND "operation_id" IN (${ids}) AND "plan_id" IS NOT NULL
    ), other AS MATERIALIZED (
      SELECT "operation_id", "guest_id", "plan_id", "seq" FROM "entry"
      WHERE "tenant" = ${tenant}::uuid AND "guest_id" IN (SELECT "guest_id" FROM one)
        AND "plan_id" IS NOT NULL
    )
    SELECT one."operation_id" AS "earlier", other."operation_id" AS "later"
    FROM one JOIN other ON other."guest_id" = one."guest_id" AND other."operation_id" <> one."operation_id"
    WHERE other."seq" > one."seq" OR (
      EXISTS (
        SELECT FROM "lease" WHERE "tenant" = ${tenant}::uuid AND "plan_id" = other."plan_id"
          AND GREATEST("sent_until", CASE WHEN "runs" THEN "expires_at" END) > one."recorded_at"
      ) AND NOT EXISTS (
        SELECT FROM "entry" AS outcome
        WHERE outcome."tenant" = ${tenant}::uuid AND outcome."operation_id" = other."operation_id"
          AND outcome."plan_id" IS NULL AND outcome."seq" < one."seq"
      )
    )
    ORDER BY other."seq"`;
  const later = new Map<string, string[]>();
  for (const row of rows) later.set(row.earlier, [...(later.get(row.earlier) ?? []), row.later]);
  return later;
}

function operationIn(body: Body): Operation {
  const operation = operationFrom(body);
  if (operation === null) throw new TypeError("An entry of an operation holds none.");
  return operation;
}

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
