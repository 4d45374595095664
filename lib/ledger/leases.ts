import "server-only";
import { LEASE_SECONDS, type LeaseAnswer, type LeaseRequest } from "@/lib/contract/lease";
import type { ReleaseAnswer } from "@/lib/contract/lease";
import type { Prisma } from "@/prisma/generated/client";
import { hasRole, requireRole, type Caller } from "./caller";
import { database, type Database } from "./database";
import { LedgerError } from "./ledger-error";
import { inTenant } from "./tenant-transaction";

interface LeaseRow {
  readonly fence: number;
  readonly expires_at: Date;
  readonly now: Date;
  readonly sent_until: Date | null;
}

/**
 * Gives the caller the lease of a plan, or renews it, by the database's clock. While one lives, nobody else runs or
 * resolves the plan; after it lapsed the first to ask has it, with a higher number. Who renews gets the lease only
 * while it has the number that they name.
 * Throws LedgerError `conflict` while another session holds it, and `forbidden` to a reader about somebody else's plan.
 */
export async function acquireLease(
  { planId, session, runs = true, renews }: LeaseRequest,
  caller: Caller,
  of?: Database,
): Promise<LeaseAnswer> {
  requireRole(caller, "Governance.Reader");
  return inTenant(of ?? (await database()), caller.tenantId, async (transaction) => {
    if (!hasRole(caller, "Governance.Operator")) await refuseForeign(transaction, caller, planId);
    const [row] =
      renews === undefined
        ? await take(transaction, caller, { planId, session, runs })
        : await renew(transaction, caller, { planId, session, renews });
    if (row === undefined) {
      throw new LedgerError("conflict", "This plan is being carried out somewhere else.", "planId");
    }
    const { fence, expires_at: expiresAt, now, sent_until: sentUntil } = row;
    return {
      ...{ fence, expiresAt: expiresAt.getTime(), now: now.getTime() },
      sentUntil: sentUntil?.getTime() ?? null,
    };
  });
}

/**
 * Nobody had it yet, or it has lapsed; the same session asking again has it already. Like the renewal it cuts the time
 * to the milliseconds that the column holds, which else are rounded up: no lease is longer than it is said to be.
 */
function take(
  transaction: Prisma.TransactionClient,
  { tenantId: tenant, userId }: Caller,
  { planId, session, runs }: Required<Omit<LeaseRequest, "renews">>,
): Promise<readonly LeaseRow[]> {
  return transaction.$queryRaw<readonly LeaseRow[]>`
    INSERT INTO "lease" AS held ("tenant", "plan_id", "holder_id", "session", "fence", "runs", "expires_at")
    VALUES (${tenant}::uuid, ${planId}::uuid, ${userId}::uuid, ${session}::uuid, 1, ${runs},
      date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => ${LEASE_SECONDS}))
    ON CONFLICT ("tenant", "plan_id") DO UPDATE SET
      "sent_until" = CASE WHEN held."session" <> EXCLUDED."session" AND held."runs"
        THEN GREATEST(held."sent_until", held."expires_at") ELSE held."sent_until" END,
      "runs" = EXCLUDED."runs",
      "fence" = CASE WHEN held."session" = EXCLUDED."session" THEN held."fence" ELSE held."fence" + 1 END,
      "holder_id" = EXCLUDED."holder_id",
      "session" = EXCLUDED."session",
      "expires_at" = EXCLUDED."expires_at"
    WHERE (held."session" = EXCLUDED."session" AND held."holder_id" = EXCLUDED."holder_id")
      OR held."expires_at" <= clock_timestamp()
    RETURNING held."fence", held."expires_at", clock_timestamp() AS now, held."sent_until"`;
}

/** Also after it has lapsed, as long as nobody else has taken it: then nobody has said anything meanwhile. */
function renew(
  transaction: Prisma.TransactionClient,
  { tenantId: tenant, userId }: Caller,
  { planId, session, renews }: Omit<LeaseRequest, "runs">,
): Promise<readonly LeaseRow[]> {
  return transaction.$queryRaw<readonly LeaseRow[]>`
    UPDATE "lease" SET
      "expires_at" = date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => ${LEASE_SECONDS})
    WHERE "tenant" = ${tenant}::uuid AND "plan_id" = ${planId}::uuid AND "fence" = ${renews}
      AND "session" = ${session}::uuid AND "holder_id" = ${userId}::uuid
    RETURNING "fence", "expires_at", clock_timestamp() AS now, "sent_until"`;
}

/** Ends the lease that this session holds; another one's stays as it is. */
export async function releaseLease(
  { planId, session }: LeaseRequest,
  caller: Caller,
  of?: Database,
): Promise<ReleaseAnswer> {
  requireRole(caller, "Governance.Reader");
  const { tenantId: tenant, userId } = caller;
  return inTenant(of ?? (await database()), tenant, async (transaction) => {
    const ended = await transaction.$executeRaw`
      UPDATE "lease" SET "expires_at" = clock_timestamp()
      WHERE "tenant" = ${tenant}::uuid AND "plan_id" = ${planId}::uuid
        AND "session" = ${session}::uuid AND "holder_id" = ${userId}::uuid`;
    return { released: ended > 0 };
  });
}

/** A reader carries out and resolves their own answers, nobody else's plan. */
async function refuseForeign(
  transaction: Prisma.TransactionClient,
  { tenantId: tenant, userId }: Caller,
  planId: string,
): Promise<void> {
  const foreign = await transaction.entry.findFirst({
    where: { tenant, planId, actorId: { not: userId } },
    select: { id: true },
  });
  if (foreign === null) return;
  throw new LedgerError("forbidden", "This needs the app role Governance.Operator.", "planId");
}
