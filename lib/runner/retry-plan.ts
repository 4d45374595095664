import { bindKnown, withTexts } from "@/lib/domain/bind-request";
import type { GraphRequest, Operation, OperationStep } from "@/lib/domain/operation";
import { isDone } from "@/lib/domain/outcome";
import type { Plan } from "@/lib/domain/plan";
import { isRestOfAnother } from "@/lib/domain/undo";
import type { OperationResult } from "./run";

/**
 * The plan that tries some operations of another plan again. Each is a new operation with the steps that are not done.
 * Where a request carries the old operation's id as a marker, it carries the new one's.
 */
export function retryPlan(
  plan: Plan,
  ended: readonly Pick<OperationResult, "operationId" | "steps">[],
  reason: string,
  mintId: () => string,
): Plan {
  const id = mintId();
  const results = new Map(ended.map((result) => [result.operationId, result]));
  return {
    id,
    reason,
    operations: plan.operations.flatMap((planned) => {
      const result = results.get(planned.operation.id);
      if (result === undefined) return [];
      const operation = renewed(planned.operation, result, mintId);
      return [{ ...planned, operation: { ...operation, planId: id, reason } }];
    }),
    skipped: [],
  };
}

function renewed(
  operation: Operation,
  { steps: ended }: Pick<OperationResult, "steps">,
  mintId: () => string,
): Operation {
  const id = mintId();
  const done = new Set(ended.flatMap(({ stepId, outcome }) => (isDone(outcome) ? stepId : [])));
  const left = operation.steps.filter((step) => !done.has(step.id));
  const createdIds = new Map(
    ended.flatMap(({ name, createdId }) => (createdId === undefined ? [] : [[name, createdId]])),
  );
  const steps = left.map((step, index): OperationStep => {
    const request = bindKnown(step.request, createdIds);
    return {
      ...step,
      id: index === 0 ? id : mintId(),
      request: remarked(request, operation.id, id),
    };
  });
  const { subject } = operation;
  // An object that is not created yet has its operation's id; a created one has its own.
  const made = ended.find(({ stepId }) => stepId === operation.id)?.createdId ?? id;
  const isItsOwn = subject.id === operation.id;
  const rest = { ...operation, id, subject: isItsOwn ? { ...subject, id: made } : subject, steps };
  // The first step is what undoes the other operation, and it is done. The rest undoes nothing.
  return isRestOfAnother(rest) ? { ...rest, undoes: null } : rest;
}

/** The request with the new operation's id in place of the old one's. */
function remarked(request: GraphRequest, before: string, now: string): GraphRequest {
  const spelled = (id: string) => [id, id.replaceAll("-", "")] as const;
  const [[long, short], [newLong, newShort]] = [spelled(before), spelled(now)];
  const renew = (text: string) => text.replaceAll(long, newLong).replaceAll(short, newShort);
  return { ...request, body: withTexts(request.body, renew) };
}
