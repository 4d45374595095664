import { id } from "./id";
import "./jitless";
import { z } from "zod";

/**
 * How long a lease lives without being renewed, in seconds. Browsers let the timers of a hidden tab run once a minute:
 * https://developer.chrome.com/blog/timer-throttling-in-chrome-88
 */
export const LEASE_SECONDS = 180;

/** Asks for the lease of a plan; with the number that it has, only renews it: then it is never taken over. */
export const leaseRequest = z.strictObject({
  planId: id,
  /** One run in one tab, minted there. */
  session: id,
  /** Whether it is to carry the plan out, or only to say what became of it. */
  runs: z.boolean().default(true),
  renews: z.number().int().min(1).optional(),
});

export type LeaseRequest = z.input<typeof leaseRequest>;

export const leaseAnswer = z.object({
  /** Grows with each new holder; outcomes carry it. */
  fence: z.number().int().min(1),
  /** When it lapses unless it is renewed, and what time it is: both by the server's clock. */
  expiresAt: z.number().int(),
  now: z.number().int(),
  /** Until when somebody who had it before may have sent something; null where nobody can have. */
  sentUntil: z.number().int().nullable(),
});

export type LeaseAnswer = z.infer<typeof leaseAnswer>;

export const releaseAnswer = z.object({ released: z.boolean() });

export type ReleaseAnswer = z.infer<typeof releaseAnswer>;
