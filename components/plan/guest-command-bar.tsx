"use client";

import { labelsOf } from "@/lib/operations/registry";
import { CommandButton } from "@/components/ui/command-button";
import dynamic from "next/dynamic";
import { SelectionBar, SelectionStatus } from "@/components/ui/selection-bar";
import { useOpenings } from "@/components/ui/use-openings";
import type { GuestOperationKind } from "@/lib/domain/operation";
import { useServices } from "@/lib/services/services";
import { isInTab } from "@/lib/services/tab-key";
import { listCandidates, type FindCandidates } from "./candidates";
import { GUEST_PLAN_DRAFT } from "@/lib/services/draft-names";
import type { GuestPlanDraft } from "@/lib/contract/drafts";
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
  const { opening, begin, close } = useOpenings<GuestPlanDraft | "stored">(() =>
    isInTab(GUEST_PLAN_DRAFT, me) ? "stored" : null,
  );
  return (
    <SelectionBar label={label}>
      {offers.map((kind) => (
        <CommandButton
          key={kind}
          whyNot={whyNot(kind)}
          disabled={ids.size === 0}
          onClick={() => {
            begin({ bar: label, kind, ids: [...ids], reason: "" });
          }}
        >
          {labelsOf(kind).verb}
        </CommandButton>
      ))}
      {onClear && (
        <SelectionStatus count={ids.size} hint="Select guests to act on" onClear={onClear} />
      )}
      {opening !== null && (
        <GuestPlanDialog
          key={opening.key}
          open={opening.open}
          draft={opening.about}
          bar={label}
          // A bar that speaks of one guest opens nothing that was begun for another.
          onlyFor={onClear === undefined ? ids : null}
          find={find}
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
