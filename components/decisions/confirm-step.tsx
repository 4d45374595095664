"use client";

import { labelsOf } from "@/lib/operations/registry";
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { ErrorCard } from "@/components/ui/error-card";
import { scopesOf } from "@/lib/operations/requirements";
import type { Plan } from "@/lib/domain/plan";
import type { FindCandidates } from "./candidates";
import { ConsentNotice } from "./consent-notice";
import { keepDraft, type Draft } from "./draft";
import { PlanPreview } from "./plan-preview";
import { ReasonField } from "./reason-field";
import { useConsent } from "./use-consent";
import { usePlanDraft } from "./use-plan-draft";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface ConfirmStepProps {
  readonly draft: Draft;
  readonly find: FindCandidates;
  readonly onCancel: () => void;
  readonly onConfirm: (plan: Plan) => void;
}

/** The plan as it would be now, the reason for it, and the consent that it needs. */
export function ConfirmStep({ draft, find, onCancel, onConfirm }: ConfirmStepProps) {
  const styles = useStyles();
  const [reason, setReason] = useState(draft.reason);
  const [tried, setTried] = useState(false);
  const scopes = scopesOf(draft.kind);
  const consent = useConsent(scopes);
  const drafted = usePlanDraft(draft, find);
  const { verb } = labelsOf(draft.kind);
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
        <ReasonField reason={reason} onChange={setReason} missed={tried && missing} />
        {consent === "missing" && (
          <ConsentNotice
            scopes={scopes}
            onLeave={() => {
              keepDraft({ ...draft, reason });
            }}
          />
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
