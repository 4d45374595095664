"use client";

import { Spinner, Text } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { ErrorCard } from "@/components/ui/error-card";
import { Notice } from "@/components/ui/notice";
import { ReadingProgress } from "@/components/directory/reading-progress";
import type { GuestPlanDraft } from "@/lib/contract/drafts";
import { ROLES } from "@/lib/domain/directory-roles";
import { counted } from "@/lib/domain/number-text";
import type { GuestOperationKind } from "@/lib/domain/operation";
import { useProgress } from "@/lib/inventory/use-inventory";
import { labelsOf } from "@/lib/operations/registry";
import { useServices } from "@/lib/services/services";
import type { FindCandidates } from "./candidates";
import { guestPlanDraftStorage } from "@/lib/services/tab-drafts";
import { PlanDialog } from "./plan-dialog";
import { PlanPreview } from "./plan-preview";
import { useGuestPlan, type WaitsFor } from "./use-guest-plan";

interface GuestPlanDialogProps {
  readonly open: boolean;
  /** What is asked about, or the draft that this tab holds. */
  readonly draft: GuestPlanDraft | "stored";
  /** A stored draft opens at the bar that it was begun at. */
  readonly bar: string;
  /** A stored draft opens where its kind is offered: bars of other lists, with other guests, have the same name. */
  readonly offers: readonly GuestOperationKind[];
  /** A stored draft of other guests than these does not open; null where any may. */
  readonly onlyFor: ReadonlySet<string> | null;
  readonly find: FindCandidates;
  /** Called with the guests of a stored draft that opens. */
  readonly onRestore?: (ids: readonly string[]) => void;
  /** `ran` is true when a plan was begun, whatever became of it. */
  readonly onClose: (ran: boolean) => void;
}

/** The dialog for an operation on the accounts of chosen guests: who is in the plan, who is skipped and why. */
export function GuestPlanDialog(props: GuestPlanDialogProps) {
  const { draft, bar, offers, onlyFor, onRestore, ...rest } = props;
  const { me } = useServices();
  const [about] = useState(() => {
    if (draft !== "stored") return draft;
    const stored = guestPlanDraftStorage.load(me);
    const isOfBar =
      stored?.bar === bar &&
      offers.includes(stored.kind) &&
      (onlyFor === null || stored.ids.every((id) => onlyFor.has(id)));
    return isOfBar ? stored : null;
  });
  useEffect(() => {
    if (draft === "stored" && about !== null) onRestore?.(about.ids);
  }, [draft, about, onRestore]);
  return about === null ? null : <OneGuestPlan {...rest} draft={about} />;
}

function OneGuestPlan(
  props: Pick<GuestPlanDialogProps, "open" | "find" | "onClose"> & {
    readonly draft: GuestPlanDraft;
  },
) {
  const { open, draft, find } = props;
  const { preview, eligibilityUnread, groupsHoldRoles, failed, waitsFor, plan } = useGuestPlan(
    draft,
    find,
  );
  const { me } = useServices();
  const { verb, changes } = labelsOf(draft.kind);
  const kinds = useMemo(() => [draft.kind], [draft.kind]);
  return (
    <PlanDialog
      open={open}
      title={verb}
      plan={plan}
      kinds={kinds}
      consequence={changes}
      reason={draft.reason}
      onLeave={(reason, left = draft.ids) => {
        guestPlanDraftStorage.save(me, { ...draft, ids: left, reason });
      }}
      onClose={(ran) => {
        guestPlanDraftStorage.clear(me);
        props.onClose(ran);
      }}
    >
      {preview && eligibilityUnread && <EligibilityUnread />}
      {preview ? (
        <>
          <PlanPreview plan={preview} kind={draft.kind} />
          {groupsHoldRoles && preview.operations.length > 0 && <GroupEligibilityUnread />}
        </>
      ) : failed ? (
        <ErrorCard
          happened="The plan could not be made."
          notDone="Nothing was sent and nothing recorded."
          tryThis={failed}
        />
      ) : (
        <Planning waitsFor={waitsFor} count={draft.ids.length} />
      )}
    </PlanDialog>
  );
}

/** What the plan waits for, and how far that is. */
function Planning(props: { readonly waitsFor: WaitsFor; readonly count: number }) {
  const progress = useProgress();
  switch (props.waitsFor) {
    case "guests":
      return (
        <>
          <Text>The plan is made once all guests are read.</Text>
          <ReadingProgress progress={progress} />
        </>
      );
    case "roles":
      return <Spinner size="tiny" label="Reading who holds a directory role" />;
    case "settings":
      return <Spinner size="tiny" label="Reading the protected accounts in Settings" />;
    case "selection":
      return <Spinner size="tiny" label={`Looking up ${counted(props.count, "selected guest")}`} />;
  }
}

/** Who may read eligibility: https://learn.microsoft.com/graph/api/rbacapplication-list-roleeligibilityscheduleinstances */
function EligibilityUnread() {
  return (
    <Notice intent="warning" title="Not known: who may activate a directory role">
      Guests who hold a directory role now are left alone. Who is eligible for one (Privileged
      Identity Management) could not be read: that takes {ROLES.securityReader.name} or{" "}
      {ROLES.globalReader.name}.
    </Notice>
  );
}

/** Read group by group, with a permission of its own: https://learn.microsoft.com/graph/api/privilegedaccessgroup-list-eligibilityscheduleinstances */
function GroupEligibilityUnread() {
  return (
    <Text size={200}>
      Some groups give their members a directory role. Guestlist does not read who may join such a
      group for a time (PIM for Groups), so these guests are not skipped.
    </Text>
  );
}
