import "server-only";
import type { CheckAnswer, CheckpointAnswer, IntegrityAnswer } from "@/lib/contract/integrity";
import type { Caller } from "./caller";
import { deliverCheckpoint } from "./checkpoints/deliver-checkpoint";
import { readKeptCheckpoint } from "./checkpoints/kept-checkpoint";
import { knownKeys, publicKeyOf } from "./checkpoints/known-keys";
import {
  lengthOf,
  readCheckpoints,
  type StoredCheckpoint,
  takeCheckpoint,
} from "./checkpoints/take-checkpoint";
import { database, type Database } from "./database";
import { conflict, LedgerError } from "./ledger-error";
import { inTenant } from "./tenant-transaction";
import { faultSentence } from "./verify/ledger-fault";
import { verifyWithFolder } from "./verify/verify-with-folder";

const MOST_SHOWN = 50;

/** How long the caller's tenant's history is, and its latest checkpoints. */
export async function integrity(
  { tenantId }: Pick<Caller, "tenantId">,
  connection?: Database,
): Promise<IntegrityAnswer> {
  const of = connection ?? (await database());
  const checkpoints = await inTenant(of, tenantId, (transaction) =>
    readCheckpoints(transaction, tenantId, MOST_SHOWN),
  );
  const { folder = null, webhook = null } = of.checkpoints ?? {};
  return {
    length: await lengthOf(of, tenantId),
    publicKey: publicKeyOf(of.checkpoints, tenantId),
    places: [
      ...(folder === null ? [] : (["folder"] as const)),
      ...(webhook === null ? [] : (["webhook"] as const)),
    ],
    checkpoints: await shown(of, tenantId, checkpoints),
  };
}

/** Checkpoints with when their last entry was recorded, and where they have arrived. */
async function shown(
  of: Database,
  tenant: string,
  checkpoints: readonly StoredCheckpoint[],
): Promise<CheckpointAnswer[]> {
  const { entries, deliveries } = await inTenant(of, tenant, async (transaction) => ({
    entries: await transaction.entry.findMany({
      where: { tenant, seq: { in: checkpoints.map(({ size }) => BigInt(size)) } },
      select: { seq: true, recordedAt: true },
    }),
    deliveries: await transaction.checkpointDelivery.findMany({
      where: { tenant, number: { in: checkpoints.map(({ number }) => number) } },
    }),
  }));
  const recordedAt = new Map(entries.map(({ seq, recordedAt: at }) => [Number(seq), at.getTime()]));
  return checkpoints.map(({ number, size, note }) => ({
    ...{ number, size, note },
    coversUntil: recordedAt.get(size) ?? null,
    delivered: deliveries.flatMap((each) =>
      each.number === number && (each.place === "folder" || each.place === "webhook")
        ? [each.place]
        : [],
    ),
  }));
}

/** Checks that run now, by database and tenant: reading everything twice at once would help nobody. */
const running = new WeakMap<Database, Set<string>>();

/**
 * Checks the caller's tenant's history against itself, the newest checkpoint of the folder, and one that somebody kept.
 * Throws LedgerError `conflict` while another check of it runs, and `invalid` where the checkpoint is none of it.
 */
export async function checkIntegrity(
  { checkpoint }: { readonly checkpoint: string | null },
  { tenantId }: Pick<Caller, "tenantId">,
  connection?: Database,
): Promise<CheckAnswer> {
  const of = connection ?? (await database());
  const keys = knownKeys(of.checkpoints);
  const keptCheckpoint =
    checkpoint === null ? null : readKeptCheckpoint(checkpoint, tenantId, keys);
  const checks = running.get(of) ?? new Set<string>();
  running.set(of, checks);
  if (checks.has(tenantId)) {
    throw new LedgerError("conflict", "The history is already being checked. Wait for that check.");
  }
  checks.add(tenantId);
  try {
    const trusted = { keys, keptCheckpoints: keptCheckpoint === null ? [] : [keptCheckpoint] };
    const folder = of.checkpoints?.folder ?? null;
    const { fault, ...found } = await verifyWithFolder(of, tenantId, trusted, folder);
    return {
      ...found,
      comparedWith: keptCheckpoint?.size ?? null,
      fault: fault === null ? null : faultSentence(fault),
    };
  } finally {
    checks.delete(tenantId);
  }
}

/** Signs what the caller's tenant's history is now; null where nothing is recorded. Throws where nothing is signed. */
export async function signNow(
  { tenantId }: Pick<Caller, "tenantId">,
  connection?: Database,
): Promise<CheckpointAnswer | null> {
  const of = connection ?? (await database());
  if (publicKeyOf(of.checkpoints, tenantId) === null) {
    throw conflict("Nothing is signed: CHECKPOINT_KEY is not set.", "checkpoint");
  }
  const taken = await takeCheckpoint(of, tenantId);
  if (taken === null) return null;
  await deliverCheckpoint(of, tenantId).catch((cause: unknown) => {
    console.error("A checkpoint could not be delivered.", cause);
  });
  const [answer] = await shown(of, tenantId, [taken]);
  return answer ?? null;
}
