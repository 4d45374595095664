import type { Outcome } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import type { ActingDecision } from "./act";
import type { Doors } from "./doors";
import { pause } from "./pause";
import { showsIt } from "./read-back";

/** What the directory does not show so long after it was sent was not applied. */
const PATIENCE_MILLISECONDS = 30_000;
const LOOK_EVERY_MILLISECONDS = 5_000;

export interface Lost {
  readonly decision: ActingDecision;
  readonly outcome: Outcome;
  readonly since: Instant;
}

/** Reads until the directory shows an act that was sent and not answered, or can no longer be expected to. */
export async function settleLost(lost: Lost, doors: Doors): Promise<Outcome> {
  const { decision, outcome, since } = lost;
  // A mail that went out leaves no trace on the account; the audit log may have it, later.
  if (decision.kind === "resend") return outcome;
  for (;;) {
    const shows = await showsIt(decision, doors);
    if (shows === true) {
      return { ...outcome, result: "done", evidence: "observed", detail: null };
    }
    const left = since + PATIENCE_MILLISECONDS - doors.clock.now();
    if (left <= 0) return shows === null ? outcome : notApplied(outcome);
    await pause(doors.clock, Math.min(left, LOOK_EVERY_MILLISECONDS));
  }
}

function notApplied(outcome: Outcome): Outcome {
  const detail = `${outcome.detail ?? ""} The directory does not show the change.`.trimStart();
  return { ...outcome, result: "failed", evidence: "observed", detail };
}
