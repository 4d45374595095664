"use client";

import { labelsOf } from "@/lib/operations/registry";
import { Button, Tooltip, useRestoreFocusTarget } from "@fluentui/react-components";
import dynamic from "next/dynamic";
import { SelectionBar, SelectionStatus } from "@/components/ui/selection-bar";
import { useOpenings } from "@/components/ui/use-openings";
import type { GuestOperationKind } from "@/lib/domain/operation";
import { useServices } from "@/lib/services/services";
import { forgetDraft, keptDraft, type Draft } from "./draft";
import { listCandidates, type FindCandidates } from "./candidates";
import { useMayExecute } from "./use-may-execute";

const GuestPlanDialog = dynamic(
  () => import("./guest-plan-dialog").then(({ GuestPlanDialog }) => GuestPlanDialog),
  { ssr: false },
);

interface GuestCommandBarProps {
  readonly ids: ReadonlySet<string>;
  readonly offers: readonly GuestOperationKind[];
  readonly label?: string;
  /** Unselects everybody; absent where the bar speaks of one guest. */
  readonly onClear?: () => void;
  /** Where the guests are found; the list of the tab when absent. */
  readonly find?: FindCandidates;
  readonly onDone?: () => void;
}

/** What can be done to the selected guests; what cannot says why before the click. */
export function GuestCommandBar(props: GuestCommandBarProps) {
  const { ids, offers, label = "Act", onClear, find = listCandidates, onDone } = props;
  const { me } = useServices();
  const whyNot = useMayExecute();
  const getsFocusBack = useRestoreFocusTarget();
  const { opening, begin, close } = useOpenings<Draft>(() => {
    const kept = keptDraft(me, label);
    // A bar that speaks of one guest opens nothing that was begun for another.
    const isOfThese = onClear !== undefined || kept?.ids.every((id) => ids.has(id)) === true;
    return isOfThese ? kept : null;
  });
  return (
    <SelectionBar label={label}>
      {offers.map((kind) => {
        const refusal = whyNot(kind);
        const button = (
          <Button
            key={kind}
            size="small"
            disabledFocusable={ids.size === 0 || refusal !== null}
            onClick={() => {
              begin({ bar: label, kind, ids: [...ids], reason: "" });
            }}
            {...getsFocusBack}
          >
            {labelsOf(kind).verb}
          </Button>
        );
        return refusal === null ? (
          button
        ) : (
          <Tooltip key={kind} content={refusal} relationship="description">
            {button}
          </Tooltip>
        );
      })}
      {onClear && (
        <SelectionStatus count={ids.size} hint="Select guests to act on" onClear={onClear} />
      )}
      {opening !== null && (
        <GuestPlanDialog
          key={opening.key}
          open={opening.open}
          draft={opening.about}
          find={find}
          onClose={(ran) => {
            forgetDraft(me);
            close();
            if (!ran) return;
            onClear?.();
            onDone?.();
          }}
        />
      )}
    </SelectionBar>
  );
}
