"use client";

import { Dialog, DialogSurface } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { retryPlan } from "@/lib/runner/retry-plan";
import { useRunIntents } from "@/lib/commands/use-run-intents";
import type { RunResult } from "@/lib/runner/run";
import type { IntentPlan } from "@/lib/domain/intent";
import { type Ended, endedOf } from "./ended";
import { IntentConfirm, type MakeIntentPlan } from "./intent-confirm";
import { IntentLines } from "./intent-lines";
import { IntentRunStep } from "./intent-run-step";

export interface IntentDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** The plan with its final ids, for the reason given; null while something it needs is not there yet. */
  readonly plan: MakeIntentPlan;
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
  /** The page is left for consent: what is needed to come back to this plan has to be kept now. */
  readonly onLeave?: (reason: string) => void;
  /**
   * Reads what the plan is made from again, after a look has refused the plan; then it is asked about anew. False when
   * it could not be read.
   */
  readonly onLookAgain?: () => Promise<boolean>;
  /**
   * `ran` is true when a plan was begun, whatever became of it; `result` is that of the last run, and `ended` has the
   * intents of all runs, each as it was last tried.
   */
  readonly onClose: (ran: boolean, result: RunResult | null, ended: readonly Ended[]) => void;
}

/** From a plan to its outcomes: preview, reason, consent, the run, and what became of each intent. */
export function IntentDialog(props: IntentDialogProps) {
  const { open, title, onLookAgain, onClose } = props;
  const [plan, setPlan] = useState<IntentPlan | null>(null);
  const [again, setAgain] = useState<{ of: IntentPlan; ids: ReadonlySet<string> } | null>(null);
  const [earlier, setEarlier] = useState<readonly Ended[]>([]);
  const [reason, setReason] = useState<string | null>(null);
  const run = useRunIntents();
  const result = run.snapshot?.result ?? null;
  const ran = run.snapshot !== null;
  const running = ran && result === null;
  const close = () => {
    onClose(ran, result, [...earlier, ...endedOf(plan ?? again?.of ?? null, result)]);
  };
  const begin = (confirmed: IntentPlan) => {
    const over = endedOf(again?.of ?? null, result);
    setEarlier([...earlier, ...over.filter(({ result }) => !again?.ids.has(result.operationId))]);
    setPlan(confirmed);
    run.run(confirmed);
  };
  const lookAgain = async (refused: IntentPlan, look: () => Promise<boolean>) => {
    if (!(await look())) return;
    setEarlier([...earlier, ...endedOf(refused, result)]);
    setReason(refused.reason);
    setAgain(null);
    setPlan(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(_event, { open, type }) => {
        // A slip of the mouse beside the dialog must not throw a reason or an outcome away.
        if (!open && !running && type !== "backdropClick") close();
      }}
    >
      <DialogSurface>
        {plan !== null ? (
          <IntentRunStep
            key={plan.id}
            title={title}
            plan={plan}
            run={run}
            onRetry={(ids) => {
              setAgain({ of: plan, ids: new Set(ids) });
              setPlan(null);
            }}
            {...(onLookAgain && { onLookAgain: () => lookAgain(plan, onLookAgain) })}
            onClose={close}
          />
        ) : again !== null ? (
          <IntentConfirm
            title={title}
            danger={props.danger ?? false}
            consequence={props.consequence}
            plan={(reason) => retryPlan(again.of, again.ids, reason, () => crypto.randomUUID())}
            reason={again.of.reason}
            again
            onCancel={close}
            onConfirm={begin}
          >
            <IntentLines plan={again.of} ids={again.ids} />
          </IntentConfirm>
        ) : (
          <IntentConfirm
            {...props}
            {...(reason !== null && { reason })}
            onCancel={close}
            onConfirm={begin}
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}
