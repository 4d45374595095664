import type { LeaseAnswer } from "@/lib/contract/lease";
import type { Clock } from "@/lib/graph/clock";
import type { Leases } from "@/lib/runner/runner-services";
import type { CallApi } from "./api";
import { ApiError, mayPass } from "@/lib/contract/api-error";

/** A lease lasts three minutes; timers of a hidden tab may be a minute late. */
const RENEW_EVERY_MILLISECONDS = 45_000;
/** Requests that are on their way when it ends arrive within this time. */
const MARGIN_MILLISECONDS = 30_000;

const WAITS_MILLISECONDS = [500, 2_000];

/** Leases as the server gives them. */
export function openLeases(services: {
  readonly api: CallApi;
  readonly clock: Pick<Clock, "sleep">;
  /** Repeats work until the function that it gives back is called. */
  readonly every: (milliseconds: number, work: () => void) => () => void;
  /** Milliseconds that have passed, never too few. Used to decide whether a lease still holds. */
  readonly uptime: () => number;
  /** Milliseconds that have passed, never too many. Used for the age of something. */
  readonly steady: () => number;
  readonly mintId: () => string;
}): Leases {
  const { clock, every, uptime, steady, mintId } = services;
  return {
    async hold(planId, purpose, work) {
      const body = { planId, session: mintId(), runs: purpose === "run" };
      const request = async (renews?: number) => {
        // Counted from before the request, since the answer may be slow.
        const at = uptime();
        const answer = await ask(services.api, {
          ...body,
          ...(renews !== undefined && { renews }),
        });
        return { answer, at, answeredAt: steady() };
      };
      const acquire = () => request();
      // The same session retries, so there are never two holders.
      const first = await orHeld(() => withRetry(acquire, clock));
      if (first === null) return null;
      let last = first;
      let isLost = false;
      const since = () => uptime() - last.at;
      const renew = async () => {
        // It is renewed or lost for good: a lease that somebody else has had never comes back.
        const next = await orHeld(() => request(first.answer.fence));
        if (next === null) isLost = true;
        else last = next;
      };
      let renewing = Promise.resolve();
      const stop = every(RENEW_EVERY_MILLISECONDS, () => {
        // Not reached: the lease's own end counts.
        renewing = renew().catch(() => undefined);
      });
      try {
        return await work({
          fence: first.answer.fence,
          sentUntil: first.answer.sentUntil,
          serverNow: () => last.answer.now + steady() - last.answeredAt,
          isHeld: () =>
            !isLost && since() < last.answer.expiresAt - last.answer.now - MARGIN_MILLISECONDS,
        });
      } finally {
        stop();
        // A renewal that arrives after the release would revive a lease that nobody holds.
        await renewing;
        await release(services.api, body);
      }
    },
  };
}

async function ask(api: CallApi, body: unknown): Promise<LeaseAnswer> {
  const schema = async () => (await import("@/lib/contract/lease")).leaseAnswer;
  return await api<LeaseAnswer>("/api/leases", schema, { method: "POST", body });
}

/** Asks again while the server does not answer. */
async function withRetry<T>(acquire: () => Promise<T>, clock: Pick<Clock, "sleep">): Promise<T> {
  for (const wait of WAITS_MILLISECONDS) {
    try {
      return await acquire();
    } catch (error) {
      if (!(error instanceof ApiError && mayPass(error.kind))) throw error;
      await clock.sleep(wait);
    }
  }
  return await acquire();
}

async function orHeld<T>(acquire: () => Promise<T>): Promise<T | null> {
  try {
    return await acquire();
  } catch (error) {
    if (error instanceof ApiError && error.kind === "conflict") return null;
    throw error;
  }
}

async function release(api: CallApi, body: unknown): Promise<void> {
  const schema = async () => (await import("@/lib/contract/lease")).releaseAnswer;
  try {
    await api("/api/leases/release", schema, { method: "POST", body });
  } catch {
    // It ends by itself.
  }
}
