"use client";

import { labelsOf } from "@/lib/operations/registry";
import { Button, Tooltip, useRestoreFocusTarget } from "@fluentui/react-components";
import dynamic from "next/dynamic";
import { useState } from "react";
import { SelectionBar, SelectionStatus } from "@/components/ui/selection-bar";
import type { GuestOperationKind } from "@/lib/domain/operation";
import { useServices } from "@/lib/services/services";
import type { TabOwner } from "@/lib/services/tab-key";
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

/** A decision that is being taken; it stays while its dialog closes. */
interface Deciding {
  readonly draft: Draft;
  readonly open: boolean;
  /** Tells one from the next. */
  readonly number: number;
}

function keptDeciding(me: TabOwner, bar: string): Deciding | null {
  const draft = keptDraft(me, bar);
  return draft && { draft, open: true, number: 0 };
}

/** What can be done to the selected guests; what cannot says why before the click. */
export function GuestCommandBar(props: GuestCommandBarProps) {
  const { ids, offers, label = "Act", onClear, find = listCandidates, onDone } = props;
  const { me } = useServices();
  const whyNot = useMayExecute();
  const getsFocusBack = useRestoreFocusTarget();
  const [deciding, setDeciding] = useState(() => keptDeciding(me, label));
  const begin = (draft: Draft) => {
    setDeciding((before) => ({ draft, open: true, number: (before?.number ?? 0) + 1 }));
  };
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
      {deciding !== null && (
        // Taken away at once, an open dialog would leave the page behind it hidden from screen readers.
        <GuestPlanDialog
          key={deciding.number}
          open={deciding.open}
          draft={deciding.draft}
          find={find}
          onClose={(ran) => {
            forgetDraft(me);
            setDeciding({ ...deciding, open: false });
            if (!ran) return;
            onClear?.();
            onDone?.();
          }}
        />
      )}
    </SelectionBar>
  );
}
