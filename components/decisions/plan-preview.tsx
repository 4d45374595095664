"use client";

import { labelsOf } from "@/lib/operations/registry";
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { LineList } from "@/components/ui/line-list";
import type { Plan } from "@/lib/domain/plan";
import { SKIP_WORDS } from "./words";

const SHOWN = 100;

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** Who is decided on, what changes for them, and who is left alone and why: before anything is sent. */
export function PlanPreview({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { decisions, skipped, kind } = plan;
  return (
    <div className={styles.box}>
      <Text>{labelsOf(kind).changes}</Text>
      <Text weight="semibold">
        {decisions.length === 0
          ? "Nobody of this selection can be decided on"
          : `${decisions.length.toLocaleString("en")} ${decisions.length === 1 ? "guest" : "guests"}`}
      </Text>
      {decisions.length > 0 && (
        <LineList
          label="Who is decided on"
          most={SHOWN}
          lines={decisions.map(({ guest, decision }) => ({
            id: guest.id,
            name: guest.displayName,
            detail: decision.known.explanation,
          }))}
        />
      )}
      {skipped.length > 0 && (
        <>
          <Text weight="semibold">{skipped.length.toLocaleString("en")} left alone</Text>
          <LineList
            label="Who is left alone"
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
