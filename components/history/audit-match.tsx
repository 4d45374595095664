"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { failureLabel } from "@/components/directory/failure-labels";
import { Notice } from "@/components/ui/notice";
import { useMatchAudit } from "@/lib/commands/use-match-audit";
import { ApiError } from "@/lib/contract/api-error";
import { isGuestOperation } from "@/lib/domain/operation";
import { isOneRequest, MAY_HAVE_HAPPENED } from "@/lib/runner/match-audit";
import type { OperationRow } from "@/lib/contract/history";
import { useServices } from "@/lib/services/services";
import { mayResolve } from "@/components/entries/may-resolve";

const useStyles = makeStyles({
  button: { alignSelf: "flex-start", marginTop: tokens.spacingVerticalS },
});

function whyNoMatch(error: Error): string {
  const because = failureLabel(error);
  if (error instanceof ApiError) {
    const busy = error.kind === "conflict" ? " The plan may be being carried out right now." : "";
    return `${because}.${busy} Nothing was recorded; try again later.`;
  }
  return `The audit log could not be read. ${because}. Nothing was recorded.`;
}

/** Raises the evidence of an outcome as far as it goes: to the record in Entra's own audit log. */
export function AuditMatch({ row }: { readonly row: OperationRow }) {
  const styles = useStyles();
  const { me } = useServices();
  const match = useMatchAudit();
  const { outcome, operation } = row;
  if (!isGuestOperation(operation.kind) || !isOneRequest(row)) return null;
  if (outcome === null || outcome.evidence === "audited") return null;
  if (!MAY_HAVE_HAPPENED.has(outcome.result)) return null;
  if (!mayResolve(row, me)) return null;
  if (match.isError) {
    return <Notice intent="warning">{whyNoMatch(match.error)}</Notice>;
  }
  if (match.data === null) {
    return (
      <Notice intent="info">
        The audit log has no matching record yet. It can take some minutes; it keeps at most 30
        days.
      </Notice>
    );
  }
  return (
    <Button
      className={styles.button}
      size="small"
      disabledFocusable={match.isPending}
      onClick={() => {
        match.mutate(row);
      }}
    >
      {match.isPending ? "Looking …" : "Look in Entra’s audit log"}
    </Button>
  );
}
