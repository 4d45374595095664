import type { Outcome } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import type { Clock } from "@/lib/graph/clock";
import { pause } from "./pause";
import type { Acted, Deed, Trace, Way } from "./way";

/** Reads after writes lag: so long is waited before each look. */
const LOOKS_AFTER_MILLISECONDS = [0, 1_000, 3_000];

/** A deed that was sent, and what is known of it. */
export interface Sent<D extends Deed, S> {
  readonly deed: D;
  readonly trace: Trace<S>;
  readonly outcome: Outcome;
  /** When it was answered, or no answer came. */
  readonly since: Instant;
}

/** The outcome of a deed that the directory shows, of which nothing else is known. */
export const observed: Outcome = {
  result: "done",
  evidence: "observed",
  detail: null,
  requestId: null,
};

/**
 * The outcome of an act that Graph said was done: observed when the directory shows it, unknown when it shows something
 * else, and reported only where nobody could look.
 */
export async function confirm<D extends Deed, S>(
  deed: D,
  trace: Trace<S>,
  { requestId, detail }: Acted,
  way: Way<D, S>,
  clock: Clock,
): Promise<Outcome> {
  const done = { result: "done", detail, requestId: shortened(requestId) } as const;
  if (way.proof(deed) !== "each") return { ...done, evidence: "reported" };
  const sentAt = clock.now();
  for (const wait of LOOKS_AFTER_MILLISECONDS) {
    if (wait > 0) await pause(clock, wait);
    const sight = await sightOrNull(deed, trace, way, wait === 0 ? sentAt : clock.now());
    if (sight === "shown") return { ...done, evidence: "observed" };
    if (sight !== "not-shown") return { ...done, evidence: "reported" };
  }
  // What is made shows up late: it is looked for again at the end of the run.
  if (way.lagMilliseconds(deed) !== null) return { ...done, evidence: "reported" };
  return acceptedNotShown(done, await notStored(deed, trace, way));
}

/** Empty where it could not be read. */
async function notStored<D extends Deed, S>(deed: D, trace: Trace<S>, way: Way<D, S>) {
  try {
    return await way.notStored(deed, trace);
  } catch {
    return [];
  }
}

/** Accepted, and the directory shows something else: it may lag, or the service may not have stored it. */
export function acceptedNotShown(
  { detail, requestId }: Pick<Outcome, "detail" | "requestId">,
  missing: readonly string[] = [],
): Outcome {
  const what = missing.length === 0 ? "it" : missing.join(", ");
  const told = `Microsoft accepted it, but the directory does not show ${what}: look again later.`;
  return {
    result: "unknown",
    evidence: "observed",
    detail: detail === null ? told : `${told} ${detail}`,
    requestId,
  };
}

/** Looks for many accepted acts with few readings, and tells of those that the directory shows, or does not. */
export async function proveTogether<D extends Deed, S>(
  sent: readonly Sent<D, S>[],
  way: Way<D, S>,
  clock: Clock,
  concludes: (deed: D, outcome: Outcome) => void,
): Promise<void> {
  let open = sent;
  for (const wait of LOOKS_AFTER_MILLISECONDS) {
    if (open.length === 0) return;
    if (wait > 0) await pause(clock, wait);
    const now = clock.now();
    const sights = await Promise.all(
      open.map(({ deed, trace }) => sightOrNull(deed, trace, way, now)),
    );
    for (const [index, { deed, outcome }] of open.entries()) {
      if (sights[index] === "shown") concludes(deed, { ...outcome, evidence: "observed" });
    }
    open = open.filter((_, index) => sights[index] === "not-shown");
  }
  for (const { deed, outcome } of open) concludes(deed, acceptedNotShown(outcome));
}

/** What the directory shows; null when it could not be read. */
export async function sightOrNull<D extends Deed, S>(
  deed: D,
  trace: Trace<S>,
  way: Way<D, S>,
  since: Instant,
) {
  try {
    return await way.sight(deed, trace, since);
  } catch {
    // Whatever kept us from reading, it is no news of the act itself.
    return null;
  }
}

/** The ledger keeps this much of Graph's id of a request. */
export function shortened(requestId: string | null): string | null {
  return requestId === null ? null : requestId.slice(0, 100);
}
