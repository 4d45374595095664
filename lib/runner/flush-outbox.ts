import { ApiError } from "@/lib/contract/api-error";
import type { NewEntry } from "@/lib/contract/entries";
import { appendEach, inGroups } from "./append";
import type { RunnerServices } from "./runner-services";

const SENT_TOGETHER = 100;

type Flushing = Pick<RunnerServices, "outbox" | "append" | "clock">;

/**
 * Sends outcomes to the ledger that an earlier page could not. Those that still fail stay in the outbox; throws ApiError.
 * Those that the person may not record now stay too, without holding up the others: a role may be given back.
 */
export async function flushOutbox(services: Flushing): Promise<void> {
  const entries = await services.outbox.all();
  for (const group of inGroups(entries, SENT_TOGETHER)) {
    const isForbidden = await sendOrThrow(group, services);
    if (!isForbidden || group.length === 1) continue;
    for (const one of inGroups(group, 1)) await sendOrThrow(one, services);
  }
}

/** True where the person may not record all of it now. Throws where sending failed for another reason. */
async function sendOrThrow(group: readonly NewEntry[], services: Flushing): Promise<boolean> {
  const because = await sendGroup(group, services);
  if (because === null || because === "forbidden") return because !== null;
  // Resolving now would ignore outcomes that are known but not recorded yet.
  throw new ApiError(because, "Outcomes in this browser could not be recorded.");
}

/** Why some of it could not be sent; null when the ledger has it or refused it for something newer. */
async function sendGroup(
  group: readonly NewEntry[],
  services: Flushing,
): Promise<ApiError["kind"] | null> {
  const { unsent, why } = await appendEach(group, services, []);
  const unsentIds = new Set(unsent.map(({ id }) => id));
  // The ledger refused it because it has something newer; the outcome is resolved by reading.
  services.outbox.drop(group.map(({ id }) => id).filter((id) => !unsentIds.has(id)));
  return why?.because ?? null;
}
