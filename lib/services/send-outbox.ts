import { systemClock } from "@/lib/graph/clock";
import { flushOutbox } from "@/lib/runner/flush-outbox";
import { appendEntries } from "./append-entries";
import { browserStore } from "./browser-store";
import { openOutbox } from "./outbox";
import type { Services } from "./services";

/**
 * Sends what an earlier tab of this person could not record; answers with how many there were. What still fails stays
 * for the next time; throws ApiError.
 */
export async function sendOutbox({ api, me }: Pick<Services, "api" | "me">): Promise<number> {
  const outbox = openOutbox(browserStore(), me);
  const { length } = await outbox.all();
  const append: Parameters<typeof flushOutbox>[0]["append"] = (request) =>
    appendEntries(api, request);
  if (length > 0) await flushOutbox({ outbox, append, clock: systemClock });
  return length;
}

/** How many outcomes of this person wait in this browser for the history. */
export async function countUnsent(me: {
  readonly tenantId: string;
  readonly userId: string;
}): Promise<number> {
  return (await openOutbox(browserStore(), me).all()).length;
}
