"use client";

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Spinner,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { ErrorCard } from "@/components/ui/error-card";
import { Notice } from "@/components/ui/notice";
import { useRunPlan } from "@/lib/commands/use-run-plan";
import { scopesFor } from "@/lib/commands/scopes-for";
import type { Plan } from "@/lib/domain/plan";
import { useDoors } from "@/lib/queries/doors";
import type { FindCandidates } from "./candidates";
import { keepDraft, type Draft } from "./draft";
import { PlanPreview } from "./plan-preview";
import { RunView } from "./run-view";
import { UndoPlan } from "./undo-plan";
import { useConsent } from "./use-consent";
import { usePlanDraft } from "./use-plan-draft";
import { KIND_WORDS } from "./words";

const REASON_MAX = 1_000;

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface DecisionDialogProps {
  readonly open: boolean;
  readonly draft: Draft;
  readonly find: FindCandidates;
  /** `ran` is true when a plan was begun, whatever became of it. */
  readonly onClose: (ran: boolean) => void;
}

/** From a choice to its outcome: the reason, the plan before anything is sent, the run, and what became of it. */
export function DecisionDialog({ open, draft: first, find, onClose }: DecisionDialogProps) {
  const [draft, setDraft] = useState(first);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [ran, setRan] = useState(false);
  const run = useRunPlan();
  const running = plan !== null && run.snapshot?.result === null;
  return (
    <Dialog
      open={open}
      onOpenChange={(_event, { open, type }) => {
        // A slip of the mouse beside the dialog must not throw a reason or an outcome away.
        if (!open && !running && type !== "backdropClick") onClose(ran);
      }}
    >
      <DialogSurface>
        {plan === null ? (
          <Confirm
            draft={draft}
            find={find}
            onCancel={() => {
              onClose(ran);
            }}
            onConfirm={(confirmed) => {
              setRan(true);
              setPlan(confirmed);
              run.run(confirmed);
            }}
          />
        ) : (
          <Run
            plan={plan}
            run={run}
            onRun={(next) => {
              setPlan(next);
              run.run(next);
            }}
            onRetry={(ids) => {
              setDraft({ ...draft, ids, reason: plan.reason });
              setPlan(null);
            }}
            onClose={() => {
              onClose(true);
            }}
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}

interface ConfirmProps {
  readonly draft: Draft;
  readonly find: FindCandidates;
  readonly onCancel: () => void;
  readonly onConfirm: (plan: Plan) => void;
}

function Confirm({ draft, find, onCancel, onConfirm }: ConfirmProps) {
  const styles = useStyles();
  const [reason, setReason] = useState(draft.reason);
  const [tried, setTried] = useState(false);
  const { ask } = useDoors();
  const scopes = scopesFor(draft.kind);
  const consent = useConsent(scopes);
  const drafted = usePlanDraft(draft, find);
  const { verb } = KIND_WORDS[draft.kind];
  const count = drafted.preview?.decisions.length ?? 0;
  const missing = reason.trim() === "";
  return (
    <DialogBody>
      <DialogTitle>{verb}</DialogTitle>
      <DialogContent className={styles.content}>
        {drafted.preview ? (
          <PlanPreview plan={drafted.preview} />
        ) : drafted.failed ? (
          <ErrorCard
            happened="The plan could not be made."
            notDone="Nothing was sent and nothing recorded."
            tryThis={drafted.failed}
          />
        ) : (
          <Spinner label="Making the plan, once the guests are read" />
        )}
        <Field
          label="Reason"
          required
          hint="It stays in the history for good: please write no names into it."
          {...(tried && missing && { validationMessage: "Say why: a reason is required." })}
        >
          <Textarea
            value={reason}
            maxLength={REASON_MAX}
            onChange={(_event, { value }) => {
              setReason(value);
            }}
          />
        </Field>
        {consent === "missing" && (
          <Notice
            intent="info"
            title="Your consent is needed first"
            actions={
              <Button
                size="small"
                onClick={() => {
                  keepDraft({ ...draft, reason });
                  ask(scopes);
                }}
              >
                Give permission
              </Button>
            }
          >
            This needs {scopes.join(", ")} in Microsoft Graph. You leave this page for a moment and
            come back to this plan.
          </Notice>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button
          appearance="primary"
          disabledFocusable={count === 0 || consent !== "given"}
          onClick={() => {
            setTried(true);
            const plan = missing ? null : drafted.freeze(reason.trim());
            if (plan !== null) onConfirm(plan);
          }}
        >
          {verb} {count.toLocaleString("en")} {count === 1 ? "guest" : "guests"}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

interface RunProps {
  readonly plan: Plan;
  readonly run: ReturnType<typeof useRunPlan>;
  readonly onRun: (plan: Plan) => void;
  /** Plans anew for those for whom it did not work; nothing is sent again by itself. */
  readonly onRetry: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

function Run({ plan, run, onRun, onRetry, onClose }: RunProps) {
  const styles = useStyles();
  const { verb, done } = KIND_WORDS[plan.kind];
  const { snapshot } = run;
  const over = snapshot !== null && snapshot.result !== null;
  const failed = (snapshot?.result?.settled ?? [])
    .filter(({ outcome }) => outcome?.result === "failed" || outcome?.result === "refused")
    .map(({ guestId }) => guestId);
  return (
    <DialogBody>
      <DialogTitle>{over ? done : verb}</DialogTitle>
      <DialogContent className={styles.content}>
        {snapshot ? (
          <RunView plan={plan} snapshot={snapshot} />
        ) : (
          <Spinner label="Recording the decisions" />
        )}
      </DialogContent>
      <DialogActions>
        {over ? (
          <>
            {failed.length > 0 && (
              <Button
                onClick={() => {
                  onRetry(failed);
                }}
              >
                Try {failed.length.toLocaleString("en")} again
              </Button>
            )}
            <UndoPlan plan={plan} snapshot={snapshot} onRun={onRun} />
            <Button appearance="primary" onClick={onClose}>
              Close
            </Button>
          </>
        ) : (
          <Button
            onClick={() => {
              run.stop();
            }}
          >
            Stop
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}
