import type { Outcome } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import { type Clock, sleep } from "@/lib/graph/clock";
import type { Operation } from "@/lib/domain/operation";
import type { ExecutionRecord } from "@/lib/operations/operation-handler";
import type { StepDriver } from "@/lib/operations/step-driver";
import { stepHandlerOf } from "@/lib/operations/registry";

/** Milliseconds to wait before each reading, since reads lag behind writes. */
const LOOKS_AFTER_MILLISECONDS = [0, 1_000, 3_000];
/** Milliseconds between two readings of a change that may still show. */
export const LOOK_EVERY_MILLISECONDS = 5_000;

/** A step that was begun, and its outcome so far. It may not have been sent. */
export interface ExecutedStep {
  readonly operation: Operation;
  readonly execution: ExecutionRecord;
  readonly outcome: Outcome;
  /** When it was answered, or no answer came. */
  readonly since: Instant;
}

/** The outcome of an operation that the directory shows and about which nothing else is known. */
export const observed: Outcome = {
  result: "done",
  evidence: "observed",
  detail: null,
  requestId: null,
};

/**
 * The outcome of an operation that Graph accepted: observed when the directory shows it, unknown when it shows something
 * else, and only reported where it could not be read.
 */
export async function verifyAccepted(
  operation: Operation,
  execution: ExecutionRecord,
  { requestId, detail }: Pick<Outcome, "requestId" | "detail">,
  driver: StepDriver,
  clock: Clock,
): Promise<Outcome> {
  const done = { result: "done", detail, requestId: shortened(requestId) } as const;
  const handler = stepHandlerOf(operation.kind, execution.step.name);
  if (handler.verificationMode !== "each") return { ...done, evidence: "reported" };
  const sentAt = clock.now();
  for (const wait of LOOKS_AFTER_MILLISECONDS) {
    if (wait > 0) await sleep(clock, wait);
    const verification = await verifyOrNull(
      operation,
      execution,
      driver,
      wait === 0 ? sentAt : clock.now(),
    );
    if (verification === "shown") return { ...done, evidence: "observed" };
    if (verification !== "not-shown") return { ...done, evidence: "reported" };
  }
  // A created object shows up late: look for it again at the end of the run.
  if (handler.lagMilliseconds !== null) return { ...done, evidence: "reported" };
  return acceptedNotShown(done, await notStored(operation, execution, driver));
}

/** Empty where it could not be read. */
async function notStored(operation: Operation, execution: ExecutionRecord, driver: StepDriver) {
  try {
    return await driver.notStored(operation, execution);
  } catch {
    return [];
  }
}

/** Accepted, but the directory shows something else: it may lag, or Graph may not have stored it. */
export function acceptedNotShown(
  { detail, requestId }: Pick<Outcome, "detail" | "requestId">,
  missing: readonly string[] = [],
): Outcome {
  const what = missing.length === 0 ? "it" : missing.join(", ");
  const notShown = `Microsoft accepted it, but the directory does not show ${what}: check again later.`;
  return {
    result: "unknown",
    evidence: "observed",
    detail: detail === null ? notShown : `${notShown} ${detail}`,
    requestId,
  };
}

/** Verifies many accepted operations with few readings, and reports each that the directory shows or does not show. */
export async function verifyTogether(
  sent: readonly ExecutedStep[],
  driver: StepDriver,
  clock: Clock,
  concludes: (sent: ExecutedStep, outcome: Outcome) => void,
): Promise<void> {
  let open = sent;
  for (const wait of LOOKS_AFTER_MILLISECONDS) {
    if (open.length === 0) return;
    if (wait > 0) await sleep(clock, wait);
    const now = clock.now();
    const verifications = await Promise.all(
      open.map(({ operation, execution }) => verifyOrNull(operation, execution, driver, now)),
    );
    for (const [index, sent] of open.entries()) {
      if (verifications[index] === "shown")
        concludes(sent, { ...sent.outcome, evidence: "observed" });
    }
    open = open.filter((_, index) => verifications[index] === "not-shown");
  }
  for (const sent of open) concludes(sent, acceptedNotShown(sent.outcome));
}

/** What the directory shows; null when it could not be read. */
export async function verifyOrNull(
  operation: Operation,
  execution: ExecutionRecord,
  driver: StepDriver,
  since: Instant,
) {
  try {
    return await driver.verify(operation, execution, since);
  } catch {
    // A failed reading says nothing about the operation itself.
    return null;
  }
}

/** The ledger keeps this much of Graph's id of a request. */
export function shortened(requestId: string | null): string | null {
  return requestId === null ? null : requestId.slice(0, 100);
}
