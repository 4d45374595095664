"use client";

import { mintId } from "@/lib/services/mint-id";
import { Dialog, DialogSurface } from "@fluentui/react-components";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { dismissTabRun, isOfGuests } from "@/lib/commands/tab-runs";
import { useRunPlan } from "@/lib/commands/use-run-plan";
import type { OperationKind } from "@/lib/domain/operation";
import type { Plan, PlannedOperation } from "@/lib/domain/plan";
import { retryPlan } from "@/lib/runner/retry-plan";
import type { OperationResult, RunResult } from "@/lib/runner/run";
import { useServices } from "@/lib/services/services";
import { guestPlanDraftStorage, undoDraftStorage } from "@/lib/services/tab-drafts";
import { labelsIn } from "./end-of-run";
import { type Ended, endedOf } from "./operation-outcomes";
import { type MakePlan, PlanConfirm } from "./plan-confirm";
import { OperationLines, PlanPreview } from "./plan-preview";
import { PlanRun } from "./plan-run";
import { UndoConfirm } from "./undo-confirm";
import { commandOn } from "./plan-labels";

export interface PlanDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** The plan for the reason given; null while something it needs is not there yet. */
  readonly plan: MakePlan;
  /** What it will do, where that is known before the plan is made: consent is looked for meanwhile. */
  readonly kinds?: readonly OperationKind[];
  /** The preview: what would be done, to what, before anything is sent. */
  readonly children: ReactNode;
  /** What follows from it; what its kind changes when absent. */
  readonly consequence?: ReactNode;
  /** Access is lost or something is gone for good: the consequence stands out. */
  readonly danger?: boolean;
  /** A reason to begin with, for example the one that was kept on the way to the consent page. */
  readonly reason?: string;
  /** On the button that begins the run; the verb of its kind when absent. */
  readonly verb?: string;
  /** Longest reason, in characters, where something is added to it. */
  readonly reasonMax?: number;
  /** Why it cannot be begun at this moment, in a sentence; null when nothing speaks against it. */
  readonly notYet?: string | null;
  /**
   * The page is left for consent: what is needed to come back to this plan has to be kept now; `left` are the guests of
   * what is to be tried again, where that is not all of it.
   */
  readonly onLeave?: (reason: string, left?: readonly string[]) => void;
  /**
   * Reads what the plan is made from again, after a look has refused the plan; then it is asked about anew. False when
   * it could not be read.
   */
  readonly onLookAgain?: () => Promise<boolean>;
  /**
   * Asks about taking this plan of the history back, in the place of a plan of its own: first, or, where `shows` is the run
   * of that undo, when it is tried again.
   */
  readonly undoes?: string;
  /** Shows the run of this plan first, which goes on in the tab or is over. */
  readonly shows?: Plan;
  /**
   * `ran` is true when a plan was begun, whatever became of it; `result` is that of the last run, null while it goes on
   * in the background; `ended` has the operations of all runs, each as it was last tried.
   */
  readonly onClose: (ran: boolean, result: RunResult | null, ended: readonly Ended[]) => void;
}

/** What the dialog asks about: the plan it was opened for, what is left of one, or taking one back. */
type Asking =
  | { readonly kind: "first" }
  | { readonly kind: "again"; readonly of: Plan; readonly failed: readonly OperationResult[] }
  | { readonly kind: "undo"; readonly planId: string };

/** From a plan to its outcomes: preview, reason, consent, the run, what became of each operation, and its undo. */
export function PlanDialog(props: PlanDialogProps) {
  const { open, title, danger = false, undoes, shows, onLookAgain, onClose } = props;
  const { me } = useServices();
  const [plan, setPlan] = useState<Plan | null>(shows ?? null);
  const [asking, setAsking] = useState<Asking>(
    undoes === undefined ? { kind: "first" } : { kind: "undo", planId: undoes },
  );
  const [earlier, setEarlier] = useState<readonly Ended[]>([]);
  const [reason, setReason] = useState<string | null>(null);
  const run = useRunPlan({ open, title, danger, planId: shows?.id ?? null });
  const result = run.snapshot?.result ?? null;
  const ran = run.snapshot !== null;
  const running = ran && result === null;
  const last = plan ?? (asking.kind === "again" ? asking.of : null);
  const close = () => {
    undoDraftStorage.clear(me);
    onClose(ran, result, [...earlier, ...endedOf(last, result)]);
  };
  const begin = (confirmed: Plan) => {
    undoDraftStorage.clear(me);
    // What waited for a consent is begun: a page that is loaded again must not offer it as a new plan.
    guestPlanDraftStorage.clear(me);
    const again = new Set(asking.kind === "again" ? asking.failed.map(idOf) : []);
    const over = endedOf(last, result).filter(({ result }) => !again.has(idOf(result)));
    setEarlier([...earlier, ...over]);
    // The tray need not offer any more what is being taken back.
    if (asking.kind === "undo") dismissTabRun(asking.planId);
    setPlan(confirmed);
    run.run(confirmed, asking.kind === "undo" ? asking.planId : null);
  };
  const askAbout = (next: Asking) => {
    setAsking(next);
    setPlan(null);
  };
  /** The plan that ran is over: what is asked next is read anew. */
  const askAnew = (over: Plan, next: Asking, reason: string | null) => {
    setEarlier([...earlier, ...endedOf(over, result)]);
    setReason(reason);
    askAbout(next);
  };
  const lookAgain = async (refused: Plan, look: () => Promise<boolean>) => {
    if (await look()) askAnew(refused, { kind: "first" }, refused.reason);
  };
  const ask = { onCancel: close, onConfirm: begin };
  const mayLeave = running && plan !== null && isOfGuests(plan);
  return (
    <Dialog
      open={open}
      onOpenChange={(_event, { open, type }) => {
        // A slip of the mouse beside the dialog must not throw a reason or an outcome away.
        if (!open && (!running || mayLeave) && type !== "backdropClick") close();
      }}
    >
      <DialogSurface>
        {plan !== null ? (
          <PlanRun
            key={plan.id}
            title={title}
            plan={plan}
            run={run}
            onRetry={(failed) => {
              const rest = failed.filter(({ outcome }) => outcome?.result === "partly-done");
              // Of an undo somebody may have acted again meanwhile; the rest of it takes nothing back.
              if (asking.kind !== "undo") askAbout({ kind: "again", of: plan, failed });
              else if (rest.length > 0) askAbout({ kind: "again", of: plan, failed: rest });
              else askAnew(plan, asking, plan.reason);
            }}
            onUndo={() => {
              askAnew(plan, { kind: "undo", planId: plan.id }, null);
            }}
            {...(onLookAgain && { onLookAgain: () => lookAgain(plan, onLookAgain) })}
            {...(mayLeave && { onLeave: close })}
            onClose={close}
          />
        ) : asking.kind === "undo" ? (
          <UndoConfirm
            key={asking.planId}
            planId={asking.planId}
            reason={reason ?? (asking.planId === undoes ? (props.reason ?? "") : "")}
            onLeave={(reason) => {
              // The plan that was run here is over: the way back leads to its undo, not to it.
              guestPlanDraftStorage.clear(me);
              undoDraftStorage.save(me, { planId: asking.planId, reason });
            }}
            {...ask}
          />
        ) : asking.kind === "again" ? (
          <Again {...props} {...ask} of={asking.of} failed={asking.failed} />
        ) : (
          <PlanConfirm {...props} {...(reason !== null && { reason })} {...ask} />
        )}
      </DialogSurface>
    </Dialog>
  );
}

function idOf({ operationId }: OperationResult): string {
  return operationId;
}

function guestIdIn({ operation }: PlannedOperation): string | [] {
  return operation.guestId ?? [];
}

/** Asks about what did not work, with the reason that was given for it. */
function Again(
  props: Pick<PlanDialogProps, "title" | "danger" | "consequence" | "onLeave"> & {
    readonly of: Plan;
    readonly failed: readonly OperationResult[];
    readonly onCancel: () => void;
    readonly onConfirm: (plan: Plan) => void;
  },
) {
  const { of, failed, title, danger = false, consequence, onCancel, onConfirm } = props;
  const plan = useCallback((reason: string) => retryPlan(of, failed, reason, mintId), [of, failed]);
  const preview = useMemo(() => plan(of.reason), [plan, of]);
  const areGuests = isOfGuests(preview);
  const leave = (reason: string) => {
    if (failed.length === of.operations.length) props.onLeave?.(reason);
    // Of other plans the way back would begin with what is done already.
    else if (areGuests) props.onLeave?.(reason, preview.operations.flatMap(guestIdIn));
  };
  // What is left of an operation is called otherwise than the whole.
  const labels = labelsIn(preview);
  const isRest = labels !== null && labels !== labelsIn(of);
  return (
    <PlanConfirm
      title={title}
      danger={danger}
      consequence={isRest ? labels.changes : consequence}
      {...(isRest && { verb: commandOn(labels, preview) })}
      plan={plan}
      reason={of.reason}
      again
      onLeave={leave}
      onCancel={onCancel}
      onConfirm={onConfirm}
    >
      {areGuests ? <PlanPreview plan={preview} /> : <OperationLines of={preview.operations} />}
    </PlanConfirm>
  );
}
