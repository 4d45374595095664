import { ApiError } from "@/lib/contract/api-error";
import type { Operation } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import type { Plan } from "@/lib/domain/plan";
import type { ExecutionRecord } from "@/lib/operations/operation-handler";
import { firstStepOf, StepDriver } from "@/lib/operations/step-driver";
import { notAttempted } from "@/lib/operations/outcomes";
import { handlerOf, stepHandlerOf } from "@/lib/operations/registry";
import { notTakenBy } from "./append";
import { executeOperation } from "./execute-operation";
import { monotonic } from "../graph/clock";
import { resolveLost } from "./resolve-lost";
import type { RunOptions, RunResult, Stopped } from "./run";
import { beginRun, conclude, concludeStep, resultOf, type RunState, writeStep } from "./run-state";
import type { Lease, RunnerServices } from "./runner-services";
import { stoppedBy } from "./stopped-by";
import { observed, type ExecutedStep, verifyTogether } from "./verify";

/** Concurrent operations: enough to saturate Graph's write quota at about a second each. */
const AT_ONCE = 16;

/**
 * Runs a plan to its end. Every operation is on the ledger before it is sent, and gets an outcome afterwards. It is sent
 * again only where Graph answered "not now" and the directory does not show it. Never throws for errors of Graph or the
 * ledger.
 */
export async function runPlan(
  plan: Plan,
  runnerServices: RunnerServices,
  options: RunOptions = {},
): Promise<RunResult> {
  // The order of readings and requests must not depend on the clock's resolution.
  const services = { ...runnerServices, clock: monotonic(runnerServices.clock) };
  const operations = plan.operations.map(({ operation }) => operation);
  const plannedFrom = new Map(plan.operations.map((each) => [each.operation.id, each.plannedFrom]));
  const driver = new StepDriver(services, operations, plannedFrom);
  const nothing = (stopped: Stopped): RunResult => {
    const results = operations.map((operation) => ({
      operationId: operation.id,
      ...driver.about(operation),
      outcome: null,
      steps: [],
      stopped: null,
      recorded: false,
    }));
    return { results, stopped };
  };
  const run = async (lease: Lease) => {
    const stopTelling = services.writeLimiter.onWait((until) => {
      options.onEvent?.({ kind: "waiting", until });
    });
    try {
      return await runUnderLease(beginRun(plan, driver, services, options, lease));
    } finally {
      stopTelling();
    }
  };
  try {
    const result = await services.leases.hold(plan.id, "run", run);
    return result ?? nothing({ kind: "already-running" });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return nothing(stoppedBy(notTakenBy(error)));
  }
}

/** Carries out the operations, verifies them, and ends when the ledger has every outcome or does not answer. */
async function runUnderLease(run: RunState): Promise<RunResult> {
  const { plan, driver, abort, recorder, services } = run;
  await Promise.all(Array.from({ length: AT_ONCE }, () => workOff(run)));
  for (const { operation, repeated } of recorder.left()) {
    if (!repeated && isSent(operation)) {
      conclude(run, operation, notAttempted("the run was stopped"));
    }
  }
  const concludes = (sent: ExecutedStep, outcome: Outcome) => {
    concludeStep(run, { ...sent, outcome });
  };
  await verifyTogether(run.unseen, driver, services.clock, concludes);
  await resolveLost(run.lost, driver, services.clock, () => abort.isStopped(), concludes);
  const unsaved = await run.writer.close();
  // If the ledger refuses the whole plan, that is the result of the run.
  const [refusal] = run.notTaken.values();
  if (refusal !== undefined && run.recordedAt.size === 0) abort.stop(refusal);
  return {
    results: plan.operations.map(({ operation }) => resultOf(run, operation, unsaved)),
    stopped: abort.reason,
  };
}

/** Works off operations one by one, until there are none or the run is stopped. */
async function workOff(run: RunState): Promise<void> {
  for (;;) {
    const next = await run.recorder.next();
    if (next === null) return;
    if (!isSent(next.operation)) continue;
    // An operation that the ledger had before may have been sent: resolve it by reading, never by sending.
    if (next.repeated) await verifyRepeated(run, next.operation);
    else await carryOut(run, next.operation);
  }
}

async function carryOut(run: RunState, operation: Operation): Promise<void> {
  const { driver, services, context, fence, writer } = run;
  const executed = await executeOperation(operation, {
    ...{ driver, services, context, fence },
    recordedAt: run.recordedAt.get(operation.id) ?? services.clock.now(),
    onStep: (sent) => {
      writeStep(run, operation, run.steps.outcomeOf(sent));
    },
    written: () => writer.flush(),
  });
  run.steps.begin(operation, executed);
  const { begun } = executed;
  const last = begun.at(-1);
  if (last !== undefined) concludeStep(run, last);
  for (const sent of begun) lookLater(run, sent);
}

/** Notes which operations to look for at the end of the run. */
function lookLater({ lost, unseen }: RunState, sent: ExecutedStep): void {
  const { operation, execution, outcome } = sent;
  const handler = stepHandlerOf(operation.kind, execution.step.name);
  if (outcome.result === "unknown") lost.push(sent);
  if (outcome.result !== "done" || outcome.evidence !== "reported") return;
  if (handler.verificationMode === "together") unseen.push(sent);
  // A created object that no list shows yet is looked for again at the end of the run.
  else if (handler.lagMilliseconds !== null) lost.push(sent);
}

/** Only an object with the operation's marker proves that this operation created it. */
async function verifyRepeated(run: RunState, operation: Operation): Promise<void> {
  const { driver, services } = run;
  if (handlerOf(operation.kind).lagMilliseconds === null) return;
  const now = services.clock.now();
  const { userId: actorId } = services.me;
  const step = firstStepOf(operation);
  const execution: ExecutionRecord = { step, actorId, recordedAt: now, snapshot: null };
  try {
    const verification = await driver.verify(operation, execution, now);
    if (verification === "shown") conclude(run, operation, observed);
  } catch {
    // It could not be read, so it is not resolved. The history offers to do that later.
  }
}

/** Keeping a guest is only a record: once it is written, nothing is left to do. */
function isSent({ steps }: Operation): boolean {
  return steps.length > 0;
}
