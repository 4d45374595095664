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

/** The decision in the request by which a reviewer answers, which begins with it. */
const DECISION = Prisma.sql`CASE WHEN ${operationKindOf(Prisma.sql`e`)} = 'answer-item'
  THEN substring(e.body #>> '{operation,steps,0,request,bodyText}' from '^\\{"decision":"([A-Za-z]+)"') END`;

interface Counted {
  readonly planId: string;
  readonly kind: OperationKind;
  readonly result: Result | null;
  readonly unresolved: boolean | null;
  /** What a reviewer answered; null of every other operation. */
  readonly decision: string | null;
  readonly count: number;
}

/** Of each plan in rows by plan: how many of its operations match, of which kinds, and what became of them. */
export async function plansSummed(
  transaction: Prisma.TransactionClient,
  tenant: string,
  filter: HistoryFilter,
  rows: readonly HistoryRow[],
): Promise<PlanSummary[]> {
  if (filter.by !== "plan" && filter.plan === undefined) return [];
  const planIds = [
    ...new Set(rows.flatMap((row) => (row.kind === "planned" ? row.operation.planId : []))),
  ];
  if (planIds.length === 0) return [];
  const counted = await transaction.$queryRaw<readonly Counted[]>`
    SELECT e.plan_id::text AS "planId", ${operationKindOf(Prisma.sql`e`)} AS kind,
           state.result, state.unresolved, ${DECISION} AS decision, count(*)::int AS count
    FROM entry e
    LEFT JOIN operation_state state
      ON state.tenant = e.tenant AND state.operation_id = e.operation_id AND state.seq = e.seq
    WHERE e.tenant = ${tenant}::uuid AND e.plan_id = ANY (${[...planIds]}::uuid[])
      AND ${matches(filter, Prisma.sql`e`)}
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY min(e.seq)`;
  const wholes = await readWholePlans(transaction, tenant, planIds);
  return planIds.map((planId) => {
    const own = counted.filter((row) => row.planId === planId);
    return {
      planId,
      operations: own.reduce((sum, { count }) => sum + count, 0),
      kinds: [...new Set(own.map(({ kind }) => kind))],
      results: sumsOf(own, resultIn).map(([result, count]) => ({ result, count })),
      decisions: sumsOf(own, ({ decision }) => decision).flatMap(([decision, count]) =>
        decision === null ? [] : [{ decision, count }],
      ),
      ...(wholes.get(planId) ?? NONE_RECORDED),
    };
  });
}

type WholePlan = Pick<PlanSummary, "recorded" | "confirmed" | "subjects" | "isHeld">;

const NONE_RECORDED: WholePlan = { recorded: 0, confirmed: null, subjects: 0, isHeld: false };

/** How much of each plan the history has of what was confirmed, and whether a tab may still be recording the rest. */
async function readWholePlans(
  transaction: Prisma.TransactionClient,
  tenant: string,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, WholePlan>> {
  const confirmed = Prisma.sql`e.body ->> 'confirmed'`;
  const rows = await transaction.$queryRaw<readonly (WholePlan & { readonly planId: string })[]>`
    SELECT e.plan_id::text AS "planId", count(*)::int AS recorded,
           max(CASE WHEN ${confirmed} ~ '^[0-9]{1,9}$' THEN (${confirmed})::int END) AS confirmed,
           count(DISTINCT e.subject_id)::int AS subjects,
           EXISTS (SELECT FROM lease
             WHERE lease.tenant = ${tenant}::uuid AND lease.plan_id = e.plan_id
               AND lease.runs AND lease.expires_at > clock_timestamp()) AS "isHeld"
    FROM entry e
    WHERE e.tenant = ${tenant}::uuid AND e.plan_id = ANY (${[...planIds]}::uuid[])
      AND e.kind IN ${OPERATIONS}
    GROUP BY e.plan_id`;
  return new Map(rows.map(({ planId, ...whole }) => [planId, whole]));
}

/** Without a result nothing was sent yet, or, to keep a guest, never had to be. */
function resultIn({ result, unresolved }: Counted): PlanSummary["results"][number]["result"] {
  return result ?? (unresolved === true ? "unresolved" : "recorded");
}

/** How many operations there are of each word. */
function sumsOf<Word>(rows: readonly Counted[], wordOf: (row: Counted) => Word): [Word, number][] {
  const sums = new Map<Word, number>();
  for (const row of rows) sums.set(wordOf(row), (sums.get(wordOf(row)) ?? 0) + row.count);
  return [...sums];
}
