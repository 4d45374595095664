import type { Outcome } from "@/lib/domain/outcome";
import { readState } from "@/lib/graph/acts/read-state";
import type { ActingDecision, Acted } from "./act";
import { isApplied } from "./check-state";
import type { Doors } from "./doors";
import { pause } from "./pause";

/** Reads after writes lag: so long is waited before each look. */
const LOOKS_AFTER_MILLISECONDS = [0, 1_000, 3_000];

/** The outcome of an act that Graph said was done: observed when the directory shows it, else reported. */
export async function confirm(
  decision: ActingDecision,
  { requestId, detail }: Acted,
  doors: Doors,
): Promise<Outcome> {
  const done = { result: "done", detail, requestId: shortened(requestId) } as const;
  if (decision.kind === "resend") return { ...done, evidence: "reported" };
  for (const wait of LOOKS_AFTER_MILLISECONDS) {
    if (wait > 0) await pause(doors.clock, wait);
    const shows = await showsIt(decision, doors);
    if (shows === true) return { ...done, evidence: "observed" };
    if (shows === null) break;
  }
  return { ...done, evidence: "reported" };
}

/** Whether the directory shows what the decision wants; null when it could not be read. */
export async function showsIt(
  { kind, guestId }: ActingDecision,
  { graph }: Doors,
): Promise<boolean | null> {
  try {
    return isApplied(kind, await readState(graph, guestId));
  } catch {
    // Whatever kept us from reading, it is no news of the act itself.
    return null;
  }
}

/** The ledger keeps this much of Graph's id of a request. */
export function shortened(requestId: string | null): string | null {
  return requestId === null ? null : requestId.slice(0, 100);
}
