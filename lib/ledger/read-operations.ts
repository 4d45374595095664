import { Prisma } from "@/prisma/generated/client";
import type { Operation } from "@/lib/domain/operation";
import {
  type Body,
  bodyFromDatabase,
  keyOfId,
  operationFrom,
  OPERATION_ENTRIES,
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
 * or first heard of after it, or not heard of yet. A plan may wait for long between its recording and its sending.
 */
export async function readLaterAboutGuest(
  transaction: Prisma.TransactionClient,
  tenant: string,
  operationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (operationIds.length === 0) return new Map();
  const kinds = Prisma.join([...OPERATION_ENTRIES]);
  const ids = Prisma.join(operationIds.map((id) => Prisma.sql`${id}::uuid`));
  const rows = await transaction.$queryRaw<readonly { earlier: string; later: string }[]>`
    SELECT one."operation_id" AS "earlier", other."operation_id" AS "later"
    FROM "entry" AS one JOIN "entry" AS other
      ON other."tenant" = one."tenant" AND other."guest_id" = one."guest_id"
        AND other."operation_id" <> one."operation_id"
    CROSS JOIN LATERAL (${firstOutcome(Prisma.sql`one`)}) AS of_one
    CROSS JOIN LATERAL (${firstOutcome(Prisma.sql`other`)}) AS of_other
    WHERE one."tenant" = ${tenant}::uuid AND one."kind" IN (${kinds}) AND one."operation_id" IN (${ids})
      AND other."kind" IN (${kinds})
      AND (other."seq" > one."seq" OR of_other."seq" IS NULL OR of_other."seq" > of_one."seq")
    ORDER BY other."seq"`;
  const later = new Map<string, string[]>();
  for (const row of rows) later.set(row.earlier, [...(later.get(row.earlier) ?? []), row.later]);
  return later;
}

/** The place in the chain where something was first said of what became of an operation; null where nothing was. */
function firstOutcome(operation: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT min("seq") AS "seq" FROM "entry" AS outcome
    WHERE outcome."tenant" = ${operation}."tenant" AND outcome."kind" = 'carried-out'
      AND outcome."operation_id" = ${operation}."operation_id"`;
}

function operationIn(body: Body): Operation {
  const operation = operationFrom(body);
  if (operation === null) throw new TypeError("An entry of an operation holds none.");
  return operation;
}
