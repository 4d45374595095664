"use client";

import { counted } from "@/lib/domain/number-text";
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { LineList } from "@/components/ui/line-list";
import type { GuestOperationKind } from "@/lib/domain/operation";
import { kindsOf, type Plan, type PlannedOperation } from "@/lib/domain/plan";
import { labelsOfOperation } from "@/lib/operations/registry";
import { PlanFacts } from "./plan-facts";
import { noneWords, skippedWords, skipReasonWords } from "./skip-words";

const SHOWN = 100;

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** Which guests are in the plan, what changes for them, and who is left alone and why: before anything is sent. */
export function PlanPreview(props: {
  readonly plan: Plan;
  /** What was asked for, where the plan may hold nothing of it; that of its operations when absent. */
  readonly kind?: GuestOperationKind;
}) {
  const styles = useStyles();
  const { plan } = props;
  const { operations, skipped } = plan;
  const kind = props.kind ?? kindsOf(plan)[0];
  return (
    <div className={styles.box}>
      <Text weight="semibold">
        {operations.length === 0 ? noneWords(kind) : counted(operations.length, "guest")}
      </Text>
      <PlanFacts plan={plan} />
      {operations.length > 0 && (
        <LineList
          label="Guests in the plan"
          most={SHOWN}
          low
          lines={operations.map(({ operation, label, guest }) => ({
            id: operation.guestId ?? operation.id,
            name: label,
            mail: guest?.mail ?? null,
            detail: operation.known?.explanation ?? null,
          }))}
        />
      )}
      {skipped.length > 0 && (
        <>
          <Text weight="semibold">{skippedWords(skipped, kind)}</Text>
          <LineList
            label="Skipped guests"
            most={SHOWN}
            low
            lines={skipped.map(({ guest, because }) => ({
              id: guest.id,
              name: guest.displayName,
              mail: guest.mail,
              detail: skipReasonWords(because, kind),
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
