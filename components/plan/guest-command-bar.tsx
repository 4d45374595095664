"use client";

import { labelsOf } from "@/lib/operations/registry";
import dynamic from "next/dynamic";
import { type HiddenRows, SelectionBar, SelectionStatus } from "@/components/ui/selection-bar";
import { useOpenings } from "@/components/ui/use-openings";
import type { GuestOperationKind } from "@/lib/domain/operation";
import { useServices } from "@/lib/services/services";
import { isInTab } from "@/lib/services/tab-key";
import { listCandidates, type FindCandidates } from "./candidates";
import { Commands } from "./commands";
import { GUEST_PLAN_DRAFT, GUESTS_BAR } from "@/lib/services/draft-names";
import type { GuestPlanDraft } from "@/lib/contract/drafts";
import { useMayExecute } from "./use-may-execute";

const GuestPlanDialog = dynamic(
  () => import("./guest-plan-dialog").then(({ GuestPlanDialog }) => GuestPlanDialog),
  { ssr: false },
);

interface GuestCommandBarProps {
  readonly ids: ReadonlySet<string>;
  /** Those of them that the list does not show. */
  readonly hidden?: HiddenRows;
  readonly offers: readonly GuestOperationKind[];
  readonly label?: string;
  /** Unselects everybody; absent where the bar speaks of one guest. */
  readonly onClear?: () => void;
  /** Selects again whom a plan is about that was left on the way to the consent page. */
  readonly onRestore?: (ids: readonly string[]) => void;
  /** Where the guests are found; the list of the tab when absent. */
  readonly find?: FindCandidates;
  readonly onDone?: () => void;
}

/** What can be done to the selected guests; what cannot says why before the click. */
export function GuestCommandBar(props: GuestCommandBarProps) {
  const { ids, offers, label = GUESTS_BAR, onClear, find = listCandidates, onDone } = props;
  const { me } = useServices();
  const whyNot = useMayExecute();
  const { opening, begin, close } = useOpenings<GuestPlanDraft | "stored">(() =>
    isInTab(GUEST_PLAN_DRAFT, me) ? "stored" : null,
  );
  return (
    <SelectionBar label={label}>
      <Commands
        commands={offers.map((kind) => ({
          ...{ key: kind, label: labelsOf(kind).verb, whyNot: whyNot(kind) },
          disabled: ids.size === 0,
          onClick: () => {
            begin({ bar: label, kind, ids: [...ids], reason: "" });
          },
        }))}
      />
      {onClear && (
        <SelectionStatus
          count={ids.size}
          hint="Select guests to act on"
          onClear={onClear}
          {...(props.hidden && { hidden: props.hidden })}
        />
      )}
      {opening !== null && (
        <GuestPlanDialog
          key={opening.key}
          open={opening.open}
          draft={opening.about}
          bar={label}
          offers={offers}
          // A bar that speaks of one guest opens nothing that was begun for another.
          onlyFor={onClear === undefined ? ids : null}
          find={find}
          {...(props.onRestore && { onRestore: props.onRestore })}
          onClose={(ran) => {
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
