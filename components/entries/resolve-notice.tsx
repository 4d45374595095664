"use client";

import { counted } from "@/lib/domain/number-text";
import { Button } from "@fluentui/react-components";
import { ApiFailure } from "@/components/directory/api-failure";
import { Notice } from "@/components/ui/notice";
import { sayToast } from "@/components/ui/toast";
import type { Resolved } from "@/lib/runner/resolve-unknown";
import { useResolve } from "@/lib/commands/use-resolve";
import { ApiError } from "@/lib/contract/api-error";
import type { OperationRow, PlanSummary } from "@/lib/contract/history";
import { usePlanSummaries } from "@/lib/queries/plan-summaries";
import { leftOutOf, neverBegunWords } from "./never-begun";
import { whatCame } from "./what-came";

function sayWhatCame(resolved: readonly Resolved[]): void {
  const { title, body } = whatCame(resolved);
  if (body === "") sayToast({ intent: "success", title });
  else sayToast({ intent: "warning", title, body });
}

/** How many operations of interrupted plans were confirmed and never begun, in a sentence; null where none is known of. */
function neverBegunIn(plans: readonly PlanSummary[]): string | null {
  const short = plans.filter((plan) => !plan.isHeld && leftOutOf(plan) > 0);
  const words = neverBegunWords({
    recorded: short.reduce((sum, { recorded }) => sum + recorded, 0),
    confirmed: short.reduce((sum, { confirmed }) => sum + (confirmed ?? 0), 0),
    isHeld: false,
  });
  return words === null ? null : `Of ${counted(short.length, "interrupted plan")}, ${words}.`;
}

/** Says how many operations have no known outcome, and finds it out: by reading, never by sending again. */
export function ResolveNotice(props: { readonly rows: readonly OperationRow[] }) {
  const { rows } = props;
  const resolve = useResolve();
  const neverBegun = neverBegunIn(usePlanSummaries(rows));
  if (resolve.isError) {
    const { error } = resolve;
    return (
      <ApiFailure
        error={error instanceof ApiError ? error : new Error(error.message)}
        notDone="Nothing was recorded, and nothing was sent to the directory."
        onRetry={() => {
          resolve.reset();
        }}
      />
    );
  }
  return (
    <Notice
      intent="warning"
      title={`${counted(rows.length, "operation has", "operations have")} no known outcome`}
      actions={
        <Button
          disabledFocusable={resolve.isPending}
          onClick={() => {
            resolve.mutate(rows, { onSuccess: sayWhatCame });
          }}
        >
          {resolve.isPending ? "Reading the directory…" : "Check outcomes now"}
        </Button>
      }
    >
      A tab was closed, or an answer never came. The check reads Entra’s audit log and the
      directory, and records what they prove; it changes nothing there.
      {neverBegun !== null && ` ${neverBegun}`}
    </Notice>
  );
}
