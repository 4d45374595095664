"use client";

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
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
import { scopesFor } from "@/lib/commands/scopes-for";
import type { Plan } from "@/lib/domain/plan";
import { useDoors } from "@/lib/queries/doors";
import type { FindCandidates } from "./candidates";
import { keepDraft, type Draft } from "./draft";
import { PlanPreview } from "./plan-preview";
import { useConsent } from "./use-consent";
import { usePlanDraft } from "./use-plan-draft";
import { KIND_WORDS } from "./words";

const REASON_MAX = 1_000;

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
