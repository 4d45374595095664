"use client";

import { labelsOf } from "@/lib/operations/registry";
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { ConsentNotice } from "@/components/decisions/consent-notice";
import { ReasonField } from "@/components/decisions/reason-field";
import { useConsent } from "@/components/decisions/use-consent";
import { Notice } from "@/components/ui/notice";
import { scopesOf } from "@/lib/operations/requirements";
import type { IntentKind, IntentPlan } from "@/lib/domain/intent";
import { useMayExecute } from "@/components/plan/use-may-execute";

export type MakeIntentPlan = (reason: string) => IntentPlan | null;

/** Stands for the reason while there is none: then the plan is only looked at. */
const NO_REASON = "not given yet";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface IntentConfirmProps {
  readonly title: string;
  readonly plan: MakeIntentPlan;
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
  readonly onLeave?: (reason: string) => void;
  readonly onCancel: () => void;
  readonly onConfirm: (plan: IntentPlan) => void;
}

/** What would be done, what follows from it, why it is done, and what is missing for it. */
export function IntentConfirm(props: IntentConfirmProps) {
  const { title, plan, children, danger = false, notYet = null, onCancel, onConfirm } = props;
  const styles = useStyles();
  const whyNot = useMayExecute();
  const [reason, setReason] = useState(props.reason ?? "");
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === "";
  const preview = plan(missing ? NO_REASON : reason.trim());
  const kinds = [...new Set(preview?.intents.map(({ intent }) => intent.kind))];
  const scopes = [...new Set(kinds.flatMap(scopesOf))].sort();
  const consent = useConsent(scopes);
  const refusals = [...new Set(kinds.flatMap((kind) => whyNot(kind) ?? []))];
  const count = preview?.intents.length ?? 0;
  const changes = props.consequence ?? kinds.map((kind) => labelsOf(kind).changes).join(" ");
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className={styles.content}>
        {changes === "" ? null : danger ? (
          <Notice intent="warning">{changes}</Notice>
        ) : (
          <Text>{changes}</Text>
        )}
        {children}
        {refusals.map((refusal) => (
          <Notice key={refusal} intent="warning" title="You cannot do this">
            {refusal}
          </Notice>
        ))}
        <ReasonField
          reason={reason}
          onChange={setReason}
          missed={tried && missing}
          takesFocus={props.again ?? false}
          {...(props.reasonMax !== undefined && { max: props.reasonMax })}
        />
        {notYet !== null && <Text role="status">{notYet}</Text>}
        {consent === "missing" && refusals.length === 0 && (
          <ConsentNotice
            scopes={scopes}
            onLeave={() => {
              props.onLeave?.(reason);
            }}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button
          appearance="primary"
          disabledFocusable={
            count === 0 || notYet !== null || refusals.length > 0 || consent !== "given"
          }
          onClick={() => {
            setTried(true);
            if (!missing && preview !== null) onConfirm(preview);
          }}
        >
          {props.verb ?? verbOf(kinds, count)}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

function verbOf(kinds: readonly IntentKind[], count: number): string {
  const [first] = kinds;
  const verb = first !== undefined && kinds.length === 1 ? labelsOf(first).verb : "Go on";
  return count > 1 ? `${verb} (${count.toLocaleString("en")})` : verb;
}
