"use client";

import { numberText } from "@/lib/domain/number-text";
import { labelsOf } from "@/lib/operations/registry";
import {
  Button,
  DialogActions,
  DialogBody,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { type ReactNode, useMemo, useState } from "react";
import { DialogColumn } from "@/components/ui/dialog-column";
import { Notice } from "@/components/ui/notice";
import { scopesOf } from "@/lib/operations/requirements";
import { isGuestOperation, type OperationKind } from "@/lib/domain/operation";
import { kindsOf, type Plan } from "@/lib/domain/plan";
import { ConsentNotice } from "@/components/directory/consent-notice";
import { PendingNotice, useLooksForPending } from "./pending-notice";
import { isNumber, ConfirmNumberField, useNeedsNumber } from "./confirm-number-field";
import { takesAccess } from "./plan-facts";
import { ReasonField, reasonProblem } from "./reason-field";
import { useConsent } from "./use-consent";
import { useMayExecute } from "./use-may-execute";
import { commandOn, NO_REASON } from "./plan-labels";

/** Makes the plan for a reason, each time the same but for that; null while something it needs is not there yet. */
export type MakePlan = (reason: string) => Plan | null;

const useStyles = makeStyles({
  danger: {
    "&:not([aria-disabled=true])": {
      backgroundColor: tokens.colorStatusDangerBackground3,
      ":hover": { backgroundColor: tokens.colorStatusDangerBackground3Hover },
      ":hover:active": { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
    },
  },
});

interface PlanConfirmProps {
  readonly title: string;
  readonly plan: MakePlan;
  /** What it will do, where that is known before the plan is made: consent is looked for meanwhile. */
  readonly kinds?: readonly OperationKind[];
  readonly children?: ReactNode;
  readonly consequence?: ReactNode;
  readonly danger?: boolean;
  readonly reason?: string;
  /** On the button; the verb of the kind when absent. */
  readonly verb?: string;
  /** Somebody came here from the outcomes, to try again. */
  readonly again?: boolean;
  readonly reasonMax?: number;
  readonly notYet?: string | null;
  /** False while it is read again whether it can be begun. */
  readonly canBegin?: boolean;
  /** False where there is nothing to give a reason for. */
  readonly asksReason?: boolean;
  readonly onLeave?: (reason: string) => void;
  readonly onCancel: () => void;
  readonly onConfirm: (plan: Plan) => void;
}

/** What would be done, what follows from it, why it is done, and what is missing for it. */
export function PlanConfirm(props: PlanConfirmProps) {
  const { title, plan, children, danger = false, notYet = null, onCancel, onConfirm } = props;
  const { canBegin = true } = props;
  const styles = useStyles();
  const whyNot = useMayExecute();
  const [reason, setReason] = useState(props.reason ?? "");
  const [tried, setTried] = useState(false);
  const [typed, setTyped] = useState("");
  // Thousands of operations are not planned anew with each letter.
  const preview = useMemo(() => plan(NO_REASON), [plan]);
  const kinds = props.kinds ?? (preview === null ? [] : kindsOf(preview));
  const scopes = [...new Set(kinds.flatMap(scopesOf))].sort();
  const consent = useConsent(scopes);
  const isLooking = useLooksForPending(kinds);
  const refusals = [...new Set(kinds.flatMap((kind) => whyNot(kind) ?? []))];
  const count = preview?.operations.length ?? 0;
  const isEmpty = preview !== null && count === 0 && kinds.every(isGuestOperation);
  const asksReason = (props.asksReason ?? true) && !isEmpty;
  const needsNumber = useNeedsNumber(kinds, count);
  const wrong =
    reasonProblem(reason, props.reasonMax) !== null || (needsNumber && !isNumber(typed, count));
  const isRed = danger || (needsNumber && kinds.some(takesAccess));
  const changes = props.consequence ?? kinds.map((kind) => labelsOf(kind).changes).join(" ");
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogColumn>
        {changes === "" ? null : danger ? (
          <Notice intent="warning">{changes}</Notice>
        ) : (
          <Text>{changes}</Text>
        )}
        {refusals.map((refusal) => (
          <Notice key={refusal} intent="warning" title="You cannot do this">
            {refusal}
          </Notice>
        ))}
        {/* Before the lists: it is why the button below is not available. */}
        {consent === "missing" && refusals.length === 0 && !isEmpty && (
          <ConsentNotice
            scopes={scopes}
            onLeave={() => {
              props.onLeave?.(reason);
            }}
          />
        )}
        {children}
        {preview !== null && <PendingNotice plan={preview} />}
        {asksReason && (
          <ReasonField
            reason={reason}
            onChange={setReason}
            tried={tried}
            takesFocus={props.again ?? false}
            {...(props.reasonMax !== undefined && { max: props.reasonMax })}
          />
        )}
        {asksReason && needsNumber && (
          <ConfirmNumberField count={count} typed={typed} onChange={setTyped} tried={tried} />
        )}
        {notYet !== null && <Text role="status">{notYet}</Text>}
      </DialogColumn>
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        {asksReason && (
          <Button
            appearance="primary"
            className={isRed ? styles.danger : undefined}
            disabledFocusable={
              count === 0 ||
              notYet !== null ||
              !canBegin ||
              isLooking ||
              refusals.length > 0 ||
              consent !== "given"
            }
            onClick={() => {
              setTried(true);
              const confirmed = wrong ? null : plan(reason.trim());
              if (confirmed !== null) onConfirm(confirmed);
            }}
          >
            {props.verb ?? verbOf(kinds, preview)}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}

/** With the number of those whom it is about, once the plan is made. */
function verbOf(kinds: readonly OperationKind[], plan: Plan | null): string {
  const [first] = kinds;
  const verb = first !== undefined && kinds.length === 1 ? labelsOf(first).verb : "Continue";
  if (plan === null) return verb;
  if (first !== undefined && kinds.every(isGuestOperation)) {
    return kinds.length === 1
      ? commandOn(labelsOf(first), plan)
      : `${verb} (${numberText(plan.operations.length)})`;
  }
  const count = plan.operations.length;
  return count > 1 ? `${verb} (${numberText(count)})` : verb;
}
