import { ApiError } from "@/lib/contract/api-error";
import { appendEach } from "./append";
import type { RunnerServices } from "./runner-services";

/** Sends outcomes to the ledger that an earlier page could not. What still fails stays in the outbox; throws ApiError. */
export async function flushOutbox(
  services: Pick<RunnerServices, "outbox" | "append" | "clock">,
): Promise<void> {
  const entries = await services.outbox.all();
  for (let start = 0; start < entries.length; start += 100) {
    const group = entries.slice(start, start + 100);
    const { unsent, because } = await appendEach(group, services, []);
    const kept = new Set(unsent.map(({ id }) => id));
    // What the ledger refuses it knows better: what became of that is resolved by reading.
    services.outbox.drop(group.map(({ id }) => id).filter((id) => !kept.has(id)));
    // Resolving now would read over outcomes that are known and only not recorded yet.
    if (because !== null) {
      throw new ApiError(because, "Outcomes that this tab keeps could not be recorded.");
    }
  }
}
