"use client";

import { mintId } from "@/lib/services/mint-id";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { LineList } from "@/components/ui/line-list";
import { planRemovals } from "@/lib/domain/reviews/plan-review";
import type { MembershipRemoval } from "@/lib/domain/reviews/membership-removals";

const SHOWN = 200;

interface RemoveMembersDialogProps {
  readonly open: boolean;
  readonly removals: readonly MembershipRemoval[];
  readonly onClose: (ran: boolean) => void;
}

/** Ends memberships that a review denied and could not end, each as an operation of its own. */
export function RemoveMembersDialog({ open, removals, onClose }: RemoveMembersDialogProps) {
  return (
    <PlanDialog
      open={open}
      danger
      title="Remove denied guests from their groups"
      plan={(reason) => planRemovals(removals, { reason, mintId })}
      onClose={onClose}
    >
      <LineList
        label="Who leaves which group"
        most={SHOWN}
        lines={removals.map(({ guest, groupId, groupName, inside }) => ({
          id: `${groupId} ${guest.id}`,
          name: guest.displayName,
          detail: inside === null ? groupName : `${groupName}, which is inside ${inside}`,
        }))}
      />
    </PlanDialog>
  );
}
