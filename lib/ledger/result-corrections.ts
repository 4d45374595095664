import type { Prisma } from "@/prisma/generated/client";

/** The entries of the latest corrections of these results; found by their guests, of whom there are few entries. */
export async function readCorrections(
  transaction: Prisma.TransactionClient,
  tenant: string,
  resultIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (resultIds.length === 0) return new Map();
  const corrections = await transaction.$queryRaw<readonly { id: string; corrects: string }[]>`
    SELECT r.id, r.body ->> 'corrects' AS corrects
    FROM entry copied
    JOIN entry r ON r.tenant = copied.tenant AND r.guest_id = copied.guest_id
      AND r.kind = 'review-result' AND r.body ->> 'corrects' = copied.id::text
    WHERE copied.tenant = ${tenant}::uuid AND copied.id = ANY(${resultIds}::uuid[])
    ORDER BY r.seq`;
  return new Map(corrections.map(({ id, corrects }) => [corrects, id]));
}
