"use client";

import { numberText } from "@/lib/domain/number-text";
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { LineList } from "@/components/ui/line-list";
import type { Plan, PlannedOperation } from "@/lib/domain/plan";
import { labelsOfOperation } from "@/lib/operations/registry";
import { guestsIn, SKIP_WORDS } from "./plan-labels";

const SHOWN = 100;

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** Which guests are in the plan, what changes for them, and who is left alone and why: before anything is sent. */
export function PlanPreview({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { operations, skipped } = plan;
  return (
    <div className={styles.box}>
      <Text weight="semibold">
        {operations.length === 0 ? "No selected guest can be in the plan" : guestsIn(plan)}
      </Text>
      {operations.length > 0 && (
        <LineList
          label="Guests in the plan"
          most={SHOWN}
          lines={operations.map(({ operation, label }) => ({
            id: operation.guestId ?? operation.id,
            name: label,
            detail: operation.known?.explanation ?? null,
          }))}
        />
      )}
      {skipped.length > 0 && (
        <>
          <Text weight="semibold">{numberText(skipped.length)} skipped</Text>
          <LineList
            label="Skipped guests"
            most={SHOWN}
            lines={skipped.map(({ guest, because }) => ({
              id: guest.id,
              name: guest.displayName,
              detail: SKIP_WORDS[because],
            }))}
          />
        </>
      )}
    </div>
  );
}

/** What would be done, a line an operation. */
export function OperationLines({ of }: { readonly of: readonly PlannedOperation[] }) {
  return (
    <LineList
      label="What is planned"
      most={SHOWN}
      lines={of.map(({ operation, label }) => ({
        id: operation.id,
        name: label,
        word: labelsOfOperation(operation).name,
      }))}
    />
  );
}
