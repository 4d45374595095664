"use client";

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { useMayExecute } from "@/components/plan/use-may-execute";
import { ApiFailure } from "@/components/shell/api-failure";
import { useUndoPlan } from "@/lib/commands/use-undo-plan";
import type { Plan } from "@/lib/domain/plan";
import { labelsOf } from "@/lib/operations/registry";
import { scopesOf } from "@/lib/operations/requirements";
import { ConsentNotice } from "./consent-notice";
import { PlanPreview } from "./plan-preview";
import { ReasonField } from "./reason-field";
import { useConsent } from "./use-consent";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

/** Stands for the reason while the plan is only looked at. */
const NO_REASON = "not given yet";

interface UndoConfirmProps {
  /** The plan that is taken back. */
  readonly planId: string;
  readonly onCancel: () => void;
  readonly onConfirm: (plan: Plan) => void;
}

/** What taking a plan back would do now: to whom, who is left alone and why, and the reason for it. */
export function UndoConfirm({ planId, onCancel, onConfirm }: UndoConfirmProps) {
  const styles = useStyles();
  const undo = useUndoPlan(planId);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const mayNot = useMayExecute();
  const preview = undo.data?.(NO_REASON) ?? null;
  const scopes = preview === null ? [] : scopesOf(preview.kind);
  const consent = useConsent(scopes);
  const refusal = preview === null ? null : mayNot(preview.kind);
  const count = preview?.decisions.length ?? 0;
  const missing = reason.trim() === "";
  const verb = preview === null ? "Undo" : labelsOf(preview.kind).verb;
  /** Reads once more: who was decided on meanwhile is shown, and has to be confirmed anew. */
  const confirm = async (given: string) => {
    const again = await undo.refetch();
    // A failed reading keeps the data of the one before, which confirms nothing.
    const plan = again.isSuccess ? again.data(given) : null;
    if (plan !== null && idsOf(plan) === idsOf(preview)) onConfirm(plan);
  };
  return (
    <DialogBody>
      <DialogTitle>{preview === null ? "Undo" : `Undo: ${verb.toLowerCase()}`}</DialogTitle>
      <DialogContent className={styles.content}>
        {undo.isPending && <Spinner label="Reading what was done, and what was decided since" />}
        {undo.isError && (
          <ApiFailure
            error={undo.error}
            notDone="Nothing was sent and nothing recorded."
            onRetry={() => void undo.refetch()}
          />
        )}
        {undo.isSuccess && preview === null && (
          <Text>
            The history has nothing of this plan as done, so there is nothing to take back.
          </Text>
        )}
        {preview !== null && (
          <>
            <PlanPreview plan={preview} />
            {refusal !== null && (
              <Notice intent="warning" title="You cannot do this">
                {refusal}
              </Notice>
            )}
            <ReasonField reason={reason} onChange={setReason} missed={tried && missing} />
            {consent === "missing" && refusal === null && (
              <ConsentNotice scopes={scopes} onLeave={() => undefined} />
            )}
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        {preview !== null && (
          <Button
            appearance="primary"
            disabledFocusable={
              undo.isFetching || count === 0 || refusal !== null || consent !== "given"
            }
            onClick={() => {
              setTried(true);
              if (!missing) void confirm(reason.trim());
            }}
          >
            {verb} {count.toLocaleString("en")} {count === 1 ? "guest" : "guests"}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}

/** Whom a plan decides on. */
function idsOf(plan: Plan | null): string {
  return plan?.decisions.map(({ guest }) => guest.id).join() ?? "";
}
