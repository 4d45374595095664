import { mintId } from "@/lib/services/mint-id";
import { useMemo } from "react";
import { systemClock } from "@/lib/graph/clock";
import { readMyRoles } from "@/lib/graph/roles/read-my-roles";
import { appendEntries } from "./api";
import { type Services, useServices } from "./services";
import { isOperation } from "@/lib/contract/history";
import { readWholeHistory } from "./read-history";
import { readPolicy } from "./read-policy";
import type { RunnerServices } from "@/lib/runner/runner-services";
import { WriteRateLimiter } from "@/lib/runner/write-rate-limiter";
import { missingToken } from "./missing-token";
import { openLeases } from "./leases";
import { browserOutbox } from "./outbox";

/**
 * Milliseconds that have passed. `performance.now` stops in some browsers while the computer sleeps, and `Date.now` can
 * be set back, so the one that moved further counts: better give up a lease too early.
 */
function uptimeClock(): () => number {
  let passed = 0;
  let before = { wall: Date.now(), steady: performance.now() };
  return () => {
    const now = { wall: Date.now(), steady: performance.now() };
    passed += Math.max(0, now.wall - before.wall, now.steady - before.steady);
    before = now;
    return passed;
  };
}

function every(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds);
  return () => {
    clearInterval(timer);
  };
}

const writeLimiters = new Map<string, WriteRateLimiter>();

/** The tab's one limiter of this account's writes. Consent given anew opens new services, and Graph's quota goes on. */
function writeLimiterOf({ homeAccountId }: Services["me"]): WriteRateLimiter {
  const limiter =
    writeLimiters.get(homeAccountId) ??
    new WriteRateLimiter({ ...systemClock, now: () => performance.now() }, () => systemClock.now());
  writeLimiters.set(homeAccountId, limiter);
  return limiter;
}

/** The services of the signed-in person, for acting. */
export function useRunnerServices(): RunnerServices {
  const services = useServices();
  return useMemo(() => openRunnerServices(services), [services]);
}

function openRunnerServices({ graph, api, me, clock }: Services): RunnerServices {
  return {
    graph,
    missingToken,
    me,
    append: (request) => appendEntries(api, request),
    readRecorded: async (planId) => {
      const rows = await readWholeHistory(api, { plan: planId });
      return new Map(rows.filter(isOperation).map((row) => [row.operation.id, row]));
    },
    readPolicy: async () => (await readPolicy(api)).policy,
    readMyRoles: async () => {
      try {
        return await readMyRoles(graph);
      } catch {
        // "Not known" is a result too: it stops a run that was refused.
        return null;
      }
    },
    clock: { ...systemClock, now: clock.steady() },
    writeLimiter: writeLimiterOf(me),
    mintId,
    outbox: browserOutbox(me),
    leases: openLeases({
      ...{ api, clock: systemClock, every, mintId },
      uptime: uptimeClock(),
      steady: () => performance.now(),
    }),
  };
}
