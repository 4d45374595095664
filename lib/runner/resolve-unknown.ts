import { mayReplaceOutcome, type Outcome, READ_AGAIN } from "@/lib/domain/outcome";
import { OperationSet } from "@/lib/operations/operation-set";
import { monotonic } from "./monotonic-clock";
import { OutcomeWriter } from "./outcome-writer";
import { type ResolvedOperation, resolveOperation, type Unresolved } from "./resolve-operation";
import type { Lease, RecordedState, RunnerServices } from "./runner-services";

const AT_ONCE = 4;

export interface Resolved {
  readonly operationId: string;
  /** What the ledger has of it now; null when it could not be resolved: it runs, or could not be read or recorded. */
  readonly outcome: Outcome | null;
}

/**
 * Finds out what became of operations without a known outcome, by reading; sends nothing to the directory. A plan is
 * resolved by the holder of its lease: while somebody runs it, nothing is said of it. What was recorded meanwhile is read
 * under the lease, and stays.
 */
export async function resolveUnknown(
  unresolved: readonly Unresolved[],
  given: RunnerServices,
): Promise<readonly Resolved[]> {
  const services = { ...given, clock: monotonic(given.clock) };
  const set = new OperationSet(
    services,
    unresolved.map(({ operation }) => operation),
  );
  const plans = byPlan(unresolved);
  const all: Resolved[] = [];
  const work = async () => {
    for (let ofPlan = plans.shift(); ofPlan !== undefined; ofPlan = plans.shift()) {
      all.push(...(await resolvePlan(ofPlan, set, services)));
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

type Outcomes = ReadonlyMap<string, Outcome | null>;

async function resolvePlan(
  ofPlan: OfPlan,
  set: OperationSet,
  services: RunnerServices,
): Promise<readonly Resolved[]> {
  const { planId, unresolved } = ofPlan;
  let outcomes: Outcomes | null = null;
  try {
    outcomes = await services.leases.hold(planId, "read", (lease) =>
      resolveUnderLease(ofPlan, set, services, lease),
    );
  } catch {
    // Without its lease, or what the ledger has, nothing is said of this plan; the others have their own.
  }
  return unresolved.map(({ operation: { id } }) => ({
    operationId: id,
    outcome: outcomes?.get(id) ?? null,
  }));
}

async function resolveUnderLease(
  { planId, unresolved }: OfPlan,
  set: OperationSet,
  services: RunnerServices,
  lease: Lease,
): Promise<Outcomes> {
  const recorded = await services.readRecorded(planId);
  const outcomes = new Map<string, Outcome | null>();
  const waiting: Unresolved[] = [];
  for (const before of unresolved) {
    const now = recorded.get(before.operation.id);
    if (now === undefined) continue;
    if (isOpen(now) || isSame(now.outcome, before.outcome)) waiting.push({ ...before, ...now });
    else outcomes.set(before.operation.id, now.outcome);
  }
  const nothing = () => undefined;
  const writer = new OutcomeWriter(services, lease.fence, { broken: nothing, unsaved: nothing });
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const resolved = await resolvedOrNull(next, set, services, lease);
      if (resolved !== null) write(next, resolved, set, writer);
      outcomes.set(next.operation.id, resolved?.outcome ?? null);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const notTaken = await writer.close();
  if (notTaken.size === 0) return outcomes;
  // What the ledger did not take is not what is recorded.
  const after = await services.readRecorded(planId).catch(() => null);
  for (const id of notTaken) outcomes.set(id, after?.get(id)?.outcome ?? null);
  return outcomes;
}

/** Whether nobody knows what became of it, or of one of its steps. */
function isOpen({ outcome, steps }: RecordedState): boolean {
  if (outcome === null || outcome.result === "unknown") return true;
  const isPartly = outcome.result === "partly-done";
  return isPartly && steps.some((step) => step.outcome?.result === "unknown");
}

/** Whether a known outcome that is looked at again is still the one that was seen. */
function isSame(now: RecordedState["outcome"], seen: RecordedState["outcome"]): boolean {
  if (now === null || seen === null) return false;
  if (now.entryId !== undefined && seen.entryId !== undefined) return now.entryId === seen.entryId;
  return now.result === seen.result && now.evidence === seen.evidence;
}

function write(
  { operation, outcome: before, steps }: Unresolved,
  resolved: ResolvedOperation,
  set: OperationSet,
  writer: OutcomeWriter,
): void {
  const about = set.about(operation);
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

/** What is recorded already adds nothing, and neither does what was unknown and still is. */
function addsTo(before: Outcome | null, outcome: Outcome): boolean {
  if (before === null) return true;
  if (outcome.result === "unknown") return false;
  const { result, evidence, detail } = before;
  return result !== outcome.result || evidence !== outcome.evidence || detail !== outcome.detail;
}

async function resolvedOrNull(
  unresolved: Unresolved,
  set: OperationSet,
  services: RunnerServices,
  lease: Lease,
): Promise<ResolvedOperation | null> {
  try {
    return await resolveOperation(unresolved, set, services, lease);
  } catch {
    // Not read is not resolved: the next visit tries again.
    return null;
  }
}

/** Why a reading replaces what was recorded before; undefined where it adds to it. */
function correctionOf(before: Unresolved["outcome"], outcome: Outcome): string | undefined {
  const wasCorrected = before?.correction != null;
  if (before === null || mayReplaceOutcome(before, outcome, false, wasCorrected)) return undefined;
  return READ_AGAIN;
}
