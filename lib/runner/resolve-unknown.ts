import { mayReplaceOutcome, type Outcome, READ_AGAIN } from "@/lib/domain/outcome";
import { StepDriver } from "@/lib/operations/step-driver";
import { monotonic } from "../graph/clock";
import { OutcomeWriter } from "./run-recorder";
import { type ResolvedOperation, resolveOperation, type Unresolved } from "./resolve-operation";
import type { Lease, RecordedState, RunnerServices } from "./runner-services";

const AT_ONCE = 4;

export interface Resolved {
  readonly operationId: string;
  /** The outcome that the ledger has now; null when it could not be resolved. */
  readonly outcome: Outcome | null;
  /** Why it could not be resolved; null where it was. */
  readonly because: NotResolved | null;
}

/**
 * Somebody else has the plan's lease, or a closed tab still has; Entra's audit log may not have it yet; something could
 * not be read; the history did not take what was found; or nothing proves what became of it, or of one of its requests.
 */
export type NotResolved = "running" | "too-early" | "not-read" | "not-recorded" | "unknown";

type Found = Pick<Resolved, "outcome" | "because">;

/**
 * Finds out by reading what became of operations without a known outcome, and sends nothing to the directory. A plan is
 * resolved by the holder of its lease, so not while somebody runs it. Outcomes recorded in the meantime are read under
 * the lease and stay.
 */
export async function resolveUnknown(
  unresolved: readonly Unresolved[],
  runnerServices: RunnerServices,
): Promise<readonly Resolved[]> {
  const services = { ...runnerServices, clock: monotonic(runnerServices.clock) };
  const driver = new StepDriver(
    services,
    unresolved.map(({ operation }) => operation),
  );
  const plans = byPlan(unresolved);
  const all: Resolved[] = [];
  const work = async () => {
    for (let ofPlan = plans.shift(); ofPlan !== undefined; ofPlan = plans.shift()) {
      all.push(...(await resolvePlan(ofPlan, driver, services)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return all;
}

interface OfPlan {
  readonly planId: string;
  readonly unresolved: readonly Unresolved[];
}

function byPlan(unresolved: readonly Unresolved[]): OfPlan[] {
  const planIds = [...new Set(unresolved.map(({ operation }) => operation.planId))];
  return planIds.map((planId) => ({
    planId,
    unresolved: unresolved.filter(({ operation }) => operation.planId === planId),
  }));
}

type AllFound = ReadonlyMap<string, Found>;

async function resolvePlan(
  ofPlan: OfPlan,
  driver: StepDriver,
  services: RunnerServices,
): Promise<readonly Resolved[]> {
  const { planId, unresolved } = ofPlan;
  let found: AllFound | null = null;
  let because: NotResolved = "running";
  try {
    found = await services.leases.hold(planId, "read", (lease) =>
      resolveUnderLease(ofPlan, driver, services, lease),
    );
  } catch {
    // Without its lease, or its recorded state, this plan is not resolved. The other plans have leases of their own.
    because = "not-read";
  }
  const nothing: Found = { outcome: null, because: found === null ? because : "not-read" };
  return unresolved.map(({ operation: { id } }) => ({
    operationId: id,
    ...(found?.get(id) ?? nothing),
  }));
}

async function resolveUnderLease(
  { planId, unresolved }: OfPlan,
  driver: StepDriver,
  services: RunnerServices,
  lease: Lease,
): Promise<AllFound> {
  const recorded = await services.readRecorded(planId);
  const all = new Map<string, Found>();
  const waiting: Unresolved[] = [];
  for (const before of unresolved) {
    const now = recorded.get(before.operation.id);
    if (now === undefined) continue;
    if (isOpen(now) || isSame(now.outcome, before.outcome)) waiting.push({ ...before, ...now });
    else all.set(before.operation.id, foundOf(now.outcome, "not-read"));
  }
  const nothing = () => undefined;
  const writer = new OutcomeWriter(services, lease.fence, { broken: nothing, unsaved: nothing });
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const resolved = await resolvedOrNot(next, driver, services, lease);
      const { id } = next.operation;
      if (typeof resolved === "string") {
        all.set(id, { outcome: null, because: resolved });
      } else {
        write(next, resolved, driver, writer);
        const { outcome, steps } = resolved;
        const isUnknown = [outcome, ...steps.map((step) => step.outcome)].some(
          ({ result }) => result === "unknown",
        );
        all.set(id, { outcome, because: isUnknown ? "unknown" : null });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const notTaken = await writer.close();
  if (notTaken.size === 0) return all;
  // An outcome that the ledger refused is not the recorded one.
  const after = await services.readRecorded(planId).catch(() => null);
  for (const id of notTaken) {
    all.set(id, foundOf(after?.get(id)?.outcome ?? null, "not-recorded"));
  }
  return all;
}

function foundOf(outcome: Outcome | null, because: NotResolved): Found {
  if (outcome === null) return { outcome, because };
  return { outcome, because: outcome.result === "unknown" ? "unknown" : null };
}

/** Whether the outcome of the operation or of one of its steps is unknown. */
function isOpen({ outcome, steps }: RecordedState): boolean {
  if (outcome === null || outcome.result === "unknown") return true;
  const isPartly = outcome.result === "partly-done";
  return isPartly && steps.some((step) => step.outcome?.result === "unknown");
}

/** Whether a known outcome is still the one that the person saw. */
function isSame(now: RecordedState["outcome"], seen: RecordedState["outcome"]): boolean {
  if (now === null || seen === null) return false;
  if (now.entryId !== undefined && seen.entryId !== undefined) return now.entryId === seen.entryId;
  return now.result === seen.result && now.evidence === seen.evidence;
}

function write(
  { operation, outcome: before, steps }: Unresolved,
  resolved: ResolvedOperation,
  driver: StepDriver,
  writer: OutcomeWriter,
): void {
  const about = driver.about(operation);
  const recorded = new Map(steps.map(({ stepId, outcome }) => [stepId, outcome]));
  for (const { stepId, outcome } of resolved.steps) {
    if (addsTo(recorded.get(stepId) ?? null, outcome)) {
      writer.write(operation.id, about, outcome, { stepId });
    }
  }
  const { outcome } = resolved;
  if (!addsTo(before, outcome)) return;
  const correction = correctionOf(before, outcome);
  const replaces = correction === undefined ? undefined : before?.entryId;
  writer.write(operation.id, about, outcome, { correction, replaces });
}

/** Whether an outcome adds anything: not if it is recorded already, nor if it was unknown and still is. */
function addsTo(before: Outcome | null, outcome: Outcome): boolean {
  if (before === null) return true;
  if (outcome.result === "unknown") return false;
  const { result, evidence, detail } = before;
  return result !== outcome.result || evidence !== outcome.evidence || detail !== outcome.detail;
}

async function resolvedOrNot(
  unresolved: Unresolved,
  driver: StepDriver,
  services: RunnerServices,
  lease: Lease,
): Promise<ResolvedOperation | "too-early" | "not-read"> {
  try {
    return (await resolveOperation(unresolved, driver, services, lease)) ?? "too-early";
  } catch {
    // It could not be read, so it is not resolved. The next visit tries again.
    return "not-read";
  }
}

/** Why a reading replaces what was recorded before; undefined where it adds to it. */
function correctionOf(before: Unresolved["outcome"], outcome: Outcome): string | undefined {
  const wasCorrected = before?.correction != null;
  if (before === null || mayReplaceOutcome(before, outcome, false, wasCorrected)) return undefined;
  return READ_AGAIN;
}
