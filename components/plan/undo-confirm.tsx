"use client";

import { Spinner, Text } from "@fluentui/react-components";
import { useCallback, useMemo } from "react";
import { ApiFailure } from "@/components/directory/api-failure";
import { useUndoPlan } from "@/lib/commands/use-undo-plan";
import { kindsOf, type Plan } from "@/lib/domain/plan";
import { labelsOf } from "@/lib/operations/registry";
import { PlanConfirm } from "./plan-confirm";
import { PlanPreview } from "./plan-preview";
import { NO_REASON } from "./plan-labels";

interface UndoConfirmProps {
  /** The plan that is taken back. */
  readonly planId: string;
  /** The one that was kept on the way to the consent page. */
  readonly reason: string;
  /** The page is left for consent. */
  readonly onLeave: (reason: string) => void;
  readonly onCancel: () => void;
  readonly onConfirm: (plan: Plan) => void;
}

/** What taking a plan back would do now: to whom, who is left alone and why, and the reason for it. */
export function UndoConfirm(props: UndoConfirmProps) {
  const { planId, onCancel, onConfirm } = props;
  const undo = useUndoPlan(planId);
  const { data } = undo;
  const plan = useCallback((reason: string) => data?.(reason) ?? null, [data]);
  const preview = useMemo(() => plan(NO_REASON), [plan]);
  const [kind] = preview === null ? [] : kindsOf(preview);
  const verb = kind === undefined ? "Undo" : labelsOf(kind).verb;
  /** Reads once more: guests whom a later operation changed are shown, and the rest is confirmed anew. */
  const confirm = async ({ reason }: Plan) => {
    const again = await undo.refetch();
    // A failed reading keeps the data of the one before, which confirms nothing.
    const confirmed = again.isSuccess ? again.data(reason) : null;
    if (confirmed !== null && idsOf(confirmed) === idsOf(preview)) onConfirm(confirmed);
  };
  return (
    <PlanConfirm
      title={kind === undefined ? "Undo" : `Undo: ${verb.toLowerCase()}`}
      plan={plan}
      canBegin={!undo.isFetching}
      asksReason={preview !== null}
      reason={props.reason}
      onLeave={props.onLeave}
      onCancel={onCancel}
      onConfirm={(confirmed) => void confirm(confirmed)}
    >
      {undo.isPending && <Spinner label="Reading what was done, and what was changed since" />}
      {undo.isError && (
        <ApiFailure
          error={undo.error}
          notDone="Nothing was sent and nothing recorded."
          onRetry={() => void undo.refetch()}
        />
      )}
      {undo.isSuccess && preview === null && (
        <Text>The history has nothing of this plan as done, so there is nothing to take back.</Text>
      )}
      {preview !== null && <PlanPreview plan={preview} />}
    </PlanConfirm>
  );
}

/** Whom a plan decides on. */
function idsOf(plan: Plan | null): string {
  return plan?.operations.map(({ operation }) => operation.guestId).join() ?? "";
}
