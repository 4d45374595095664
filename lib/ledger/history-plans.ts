import type { historyRequest, HistoryRow, PlanSummary } from "@/lib/contract/history";
import type { OperationKind } from "@/lib/domain/operation";
import type { Result } from "@/lib/domain/outcome";
import type { z } from "zod";
import { Prisma } from "@/prisma/generated/client";
import { OPERATION_ENTRIES } from "./entry-row";

type HistoryFilter = z.output<typeof historyRequest>;

const OPERATIONS = Prisma.sql`(${Prisma.join([...OPERATION_ENTRIES])})`;

/** What kind of operation an entry records, in the words of each version. */
export const operationKindOf = (entry: Prisma.Sql) => Prisma.sql`COALESCE(
  ${entry}.body #>> '{operation,kind}', ${entry}.body #>> '{decision,kind}', ${entry}.body #>> '{intent,kind}')`;

/** The filters that go with rows by plan, of an operation of the plan. */
function matches(filter: HistoryFilter, entry: Prisma.Sql): Prisma.Sql {
  const { actor, kind, from, to } = filter;
  return Prisma.join(
    [
      Prisma.sql`${entry}.kind IN ${OPERATIONS}`,
      ...(actor === undefined ? [] : [Prisma.sql`${entry}.actor_id = ${actor}::uuid`]),
      ...(kind === undefined ? [] : [Prisma.sql`${operationKindOf(entry)} = ${kind}`]),
      ...(from === undefined ? [] : [Prisma.sql`${entry}.recorded_at >= ${from}::timestamptz`]),
      ...(to === undefined ? [] : [Prisma.sql`${entry}.recorded_at < ${to}::timestamptz`]),
    ],
    " AND ",
  );
}

/** Of a plan its newest operation that matches, and everything that belongs to no plan. */
export function newestOfPlan(filter: HistoryFilter): Prisma.Sql {
  return Prisma.sql`(e.plan_id IS NULL OR NOT EXISTS (
    SELECT FROM entry later
    WHERE later.tenant = e.tenant AND later.plan_id = e.plan_id AND later.seq > e.seq
      AND ${matches(filter, Prisma.sql`later`)}))`;
}

interface Counted {
  readonly planId: string;
  readonly kind: OperationKind;
  readonly result: Result | null;
  readonly unresolved: boolean | null;
  readonly count: number;
}

/** Of each plan in rows by plan: how many of its operations match, of which kinds, and what became of them. */
export async function plansSummed(
  transaction: Prisma.TransactionClient,
  tenant: string,
  filter: HistoryFilter,
  rows: readonly HistoryRow[],
): Promise<PlanSummary[]> {
  if (filter.by !== "plan") return [];
  const planIds = rows.flatMap((row) => (row.kind === "planned" ? row.operation.planId : []));
  if (planIds.length === 0) return [];
  const counted = await transaction.$queryRaw<readonly Counted[]>`
    SELECT e.plan_id::text AS "planId", ${operationKindOf(Prisma.sql`e`)} AS kind,
           state.result, state.unresolved, count(*)::int AS count
    FROM entry e
    LEFT JOIN operation_state state
      ON state.tenant = e.tenant AND state.operation_id = e.operation_id AND state.seq = e.seq
    WHERE e.tenant = ${tenant}::uuid AND e.plan_id = ANY (${[...planIds]}::uuid[])
      AND ${matches(filter, Prisma.sql`e`)}
    GROUP BY 1, 2, 3, 4
    ORDER BY min(e.seq)`;
  return planIds.map((planId) => {
    const own = counted.filter((row) => row.planId === planId);
    return {
      planId,
      operations: own.reduce((sum, { count }) => sum + count, 0),
      kinds: [...new Set(own.map(({ kind }) => kind))],
      results: sumsOf(own),
    };
  });
}

/** Without a result nothing was sent yet, or, to keep a guest, never had to be. */
const wordOf = ({ result, unresolved }: Counted) =>
  result ?? (unresolved === true ? "unresolved" : "recorded");

function sumsOf(rows: readonly Counted[]): PlanSummary["results"] {
  const sums = new Map<PlanSummary["results"][number]["result"], number>();
  for (const row of rows) sums.set(wordOf(row), (sums.get(wordOf(row)) ?? 0) + row.count);
  return [...sums].map(([result, count]) => ({ result, count }));
}
