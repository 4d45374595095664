import { systemClock } from "@/lib/graph/clock";
import { flushOutbox } from "@/lib/runner/flush-outbox";
import { appendEntries } from "./api";
import { browserOutbox } from "./outbox";
import type { Services } from "./services";

/**
 * Sends outcomes that an earlier tab of this person could not record, and returns how many there were. Those that still
 * fail stay for the next time; throws ApiError.
 */
export async function sendOutbox({ api, me }: Pick<Services, "api" | "me">): Promise<number> {
  const outbox = browserOutbox(me);
  const { length } = await outbox.all();
  const append: Parameters<typeof flushOutbox>[0]["append"] = (request) =>
    appendEntries(api, request);
  if (length > 0) await flushOutbox({ outbox, append, clock: systemClock });
  return length;
}

/** A store that does not answer must not block signing out. */
const LONGEST_WAIT_MILLISECONDS = 2_000;

/** How many outcomes of this person wait in this browser for the history; 0 where the browser does not say. */
export async function countUnsent(me: {
  readonly tenantId: string;
  readonly userId: string;
}): Promise<number> {
  const silence = new Promise<readonly never[]>((resolve) => {
    setTimeout(resolve, LONGEST_WAIT_MILLISECONDS, []);
  });
  return (await Promise.race([browserOutbox(me).all(), silence])).length;
}

/** The outcomes of this person in this browser that this version cannot read, as they are stored. */
export function readUnreadable(me: Services["me"]): Promise<readonly unknown[]> {
  return browserOutbox(me).unreadable();
}
