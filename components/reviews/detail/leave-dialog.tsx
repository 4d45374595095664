"use client";

import { PlanDialog } from "@/components/plan/plan-dialog";
import { LineList } from "@/components/ui/line-list";
import { planRemovals } from "@/lib/domain/reviews/plan-review";
import type { Departure } from "./departures";

const SHOWN = 200;

interface LeaveDialogProps {
  readonly open: boolean;
  readonly departures: readonly Departure[];
  readonly onClose: (ran: boolean) => void;
}

/** Ends memberships that a review denied and could not end, each as an operation of its own. */
export function LeaveDialog({ open, departures, onClose }: LeaveDialogProps) {
  return (
    <PlanDialog
      open={open}
      danger
      title="Take denied guests out of their groups"
      plan={(reason) => planRemovals(departures, { reason, mintId: () => crypto.randomUUID() })}
      onClose={onClose}
    >
      <LineList
        label="Who leaves which group"
        most={SHOWN}
        lines={departures.map(({ guest, groupId, groupName, inside }) => ({
          id: `${groupId} ${guest.id}`,
          name: guest.displayName,
          detail: inside === null ? groupName : `${groupName}, which is inside ${inside}`,
        }))}
      />
    </PlanDialog>
  );
}
