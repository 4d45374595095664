import { mayReplaceOutcome, type Outcome, READ_AGAIN } from "@/lib/domain/outcome";
import { OperationSet } from "@/lib/operations/operation-set";
import { monotonic } from "./monotonic-clock";
import { OutcomeWriter } from "./outcome-writer";
import { type ResolvedOperation, resolveOperation, type Unresolved } from "./resolve-operation";
import type { Lease, RunnerServices } from "./runner-services";

const AT_ONCE = 4;

export interface Resolved {
  readonly operationId: string;
  /** Null when it could not be resolved now: it runs, or nothing could be read. */
  readonly outcome: Outcome | null;
}

/**
 * Finds out what became of operations without a known outcome, by reading; sends nothing to the directory. A plan is
 * resolved by the holder of its lease: while somebody runs it, nothing is said of it.
 */
export async function resolveUnknown(
  unresolved: readonly Unresolved[],
  given: RunnerServices,
  onResolved: (resolved: Resolved) => void = () => undefined,
): Promise<readonly Resolved[]> {
  const services = { ...given, clock: monotonic(given.clock) };
  const set = new OperationSet(
    services,
    unresolved.map(({ operation }) => operation),
  );
  const plans = byPlan(unresolved);
  const all: Resolved[] = [];
  const report = (resolved: Resolved) => {
    all.push(resolved);
    onResolved(resolved);
  };
  const work = async () => {
    for (let ofPlan = plans.shift(); ofPlan !== undefined; ofPlan = plans.shift()) {
      await resolvePlan(ofPlan, set, services, report);
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

async function resolvePlan(
  { planId, unresolved }: OfPlan,
  set: OperationSet,
  services: RunnerServices,
  report: (resolved: Resolved) => void,
): Promise<void> {
  const reported = new Set<string>();
  const reportOnce = (resolved: Resolved) => {
    reported.add(resolved.operationId);
    report(resolved);
  };
  try {
    await services.leases.hold(planId, (lease) =>
      resolveUnderLease(unresolved, set, services, lease, reportOnce),
    );
  } catch {
    // Without its lease nothing is said of this plan; the others have their own.
  }
  for (const { operation } of unresolved) {
    if (!reported.has(operation.id)) report({ operationId: operation.id, outcome: null });
  }
}

async function resolveUnderLease(
  unresolved: readonly Unresolved[],
  set: OperationSet,
  services: RunnerServices,
  lease: Lease,
  report: (resolved: Resolved) => void,
): Promise<void> {
  const nothing = () => undefined;
  const writer = new OutcomeWriter(services, lease.fence, { broken: nothing, unsaved: nothing });
  const waiting = [...unresolved];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { operation } = next;
      const resolved = await resolvedOrNull(next, set, services, lease);
      if (resolved !== null) write(next, resolved, set, writer);
      report({ operationId: operation.id, outcome: resolved?.outcome ?? null });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await writer.close();
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
