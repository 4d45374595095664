import "server-only";
import type { PolicyAnswer } from "@/lib/contract/policy";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import type { Caller } from "./caller";
import { database, type Database } from "./database";
import { bodyFromDatabase } from "./entry-row";
import { inTenant } from "./tenant-transaction";

/** What holds in the caller's tenant now, and who set it when and why. */
export async function currentPolicy(
  { tenantId: tenant }: Pick<Caller, "tenantId">,
  of?: Database,
): Promise<PolicyAnswer> {
  return inTenant(of ?? (await database()), tenant, async (transaction) => {
    const entry = await transaction.entry.findFirst({
      where: { tenant, kind: "policy-set" },
      orderBy: { seq: "desc" },
    });
    const body = entry === null ? null : bodyFromDatabase(entry.body);
    if (entry === null || body === null || !("policy" in body)) {
      return { policy: { ...DEFAULT_POLICY, protectedAccounts: [] }, set: null };
    }
    const { actorId, actorCard: fingerprint } = entry;
    const card = await transaction.card.findUnique({
      where: { tenant_subjectId_fingerprint: { tenant, subjectId: actorId, fingerprint } },
    });
    const by = { id: actorId, name: card?.displayName ?? null };
    const set = { entryId: entry.id, at: entry.recordedAt.getTime(), by, reason: body.reason };
    return {
      policy: body.policy,
      set,
    };
  });
}
