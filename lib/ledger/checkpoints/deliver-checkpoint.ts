import type { Database } from "../database";
import { inTenant } from "../tenant-transaction";
import { writeToFolder } from "./checkpoint-folder";
import { newestCheckpoint } from "./take-checkpoint";

const WEBHOOK_TIMEOUT_MILLISECONDS = 10_000;

/** Where checkpoints go besides the database. */
export type DeliveryPlace = "folder" | "webhook";

/**
 * Brings the latest checkpoint of a tenant to the folder and the webhook that are configured, unless it is there
 * already. Throws where one of them does not take it, once the other has been tried: who calls asks again later.
 */
export async function deliverCheckpoint(database: Database, tenant: string): Promise<void> {
  const { folder = null, webhook = null } = database.checkpoints ?? {};
  const { checkpoint, arrived } = await inTenant(database, tenant, async (transaction) => {
    const last = await newestCheckpoint(transaction, tenant);
    if (last === null) return { checkpoint: null, arrived: [] };
    const where = { tenant, number: last.number };
    const deliveries = await transaction.checkpointDelivery.findMany({ where });
    return { checkpoint: last, arrived: deliveries.map(({ place }) => place) };
  });
  if (checkpoint === null) return;
  const deliver = async (place: DeliveryPlace, bring: () => Promise<void>) => {
    if (arrived.includes(place)) return;
    await bring();
    const delivery = { tenant, number: checkpoint.number, place, deliveredAt: new Date() };
    await inTenant(database, tenant, (transaction) =>
      transaction.checkpointDelivery.createMany({ data: [delivery], skipDuplicates: true }),
    );
  };
  const all = await Promise.allSettled([
    ...(folder === null
      ? []
      : [deliver("folder", () => writeToFolder(folder, tenant, checkpoint))]),
    ...(webhook === null ? [] : [deliver("webhook", () => post(webhook, checkpoint.note))]),
  ]);
  const failed = all.find((each) => each.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

async function post(webhook: string, note: string): Promise<void> {
  const answer = await fetch(webhook, {
    method: "POST",
    headers: { "Content-Type": "text/plain; charset=utf-8" },
    body: note,
    redirect: "error",
    signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MILLISECONDS),
  });
  await answer.body?.cancel();
  // The address may hold a secret, so it is not shown.
  if (!answer.ok) throw new Error(`The webhook for checkpoints answered ${answer.status}.`);
}
