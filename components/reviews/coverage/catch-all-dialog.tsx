"use client";

import { mintId } from "@/lib/services/mint-id";
import { counted } from "@/lib/domain/number-text";
import { Text } from "@fluentui/react-components";
import { useState } from "react";
import { SKIP_WORDS } from "@/components/plan/skip-words";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { useSettings } from "@/lib/services/settings-context";
import { LineList } from "@/components/ui/line-list";
import { plainText } from "@/components/ui/plain-text";
import type { CatchAllPlanDraft } from "@/lib/contract/drafts";
import {
  CATCH_ALL_NAME,
  type CatchAllChange,
  planCatchAllGroup,
  planMembers,
  sinceLeft,
} from "@/lib/domain/reviews/catch-all";

const SHOWN = 100;
const idsOf = ({ add }: CatchAllChange) => add.map(({ id }) => id);
interface CatchAllDialogProps {
  readonly open: boolean;
  readonly change: CatchAllChange;
  /** The group that exists already; null before it is made. */
  readonly groupId: string | null;
  /** What it is called in the directory, or will be. */
  readonly groupName: string;
  /** What was written before the page was left for consent. */
  readonly stored: CatchAllPlanDraft | null;
  /** The page is left for consent. */
  readonly onLeave: (draft: CatchAllPlanDraft) => void;
  /** `filled` is the group that guests were put into, null when it did not come to that. */
  readonly onClose: (filled: string | null) => void;
}

/** Makes the group where there is none, and then puts the guests into it: two plans, since the second names the group. */
export function CatchAllDialog(props: CatchAllDialogProps) {
  const { open, change, groupId, groupName, stored, onLeave, onClose } = props;
  const since = stored && sinceLeft(stored.guestIds, idsOf(change));
  // What the history says when the dialog opens: the group that is made here is led to by its outcome.
  const [before] = useState(groupId);
  const [made, setMade] = useState<{ readonly id: string; readonly reason: string } | null>(null);
  const target = before ?? made?.id ?? null;
  return target === null ? (
    <PlanDialog
      open={open}
      title="Create the catch-all group"
      consequence={`A security group “${CATCH_ALL_NAME}” is created. ${counted(change.add.length, "guest is", "guests are")} added to it in the next step.`}
      plan={(reason) => planCatchAllGroup({ reason, mintId })}
      reason={stored?.reason ?? ""}
      onLeave={(reason) => {
        onLeave({ reason, groupId: null, guestIds: idsOf(change) });
      }}
      onClose={(_ran, _result, ended) => {
        const group = ended.find(({ result }) => result.outcome?.result === "done");
        const id = group?.result.subject?.id;
        if (group === undefined || id === undefined) onClose(null);
        else setMade({ id, reason: group.planned.operation.reason });
      }}
    >
      {since !== null && <Text>{since}</Text>}
      <AddedGuests change={change} />
    </PlanDialog>
  ) : (
    <FillDialog
      key={target}
      open={open}
      change={change}
      groupId={target}
      groupName={groupName}
      reason={made?.reason ?? stored?.reason ?? ""}
      since={since}
      onLeave={onLeave}
      onClose={(ran) => {
        onClose(ran ? target : null);
      }}
    />
  );
}

function FillDialog(props: {
  readonly open: boolean;
  readonly change: CatchAllChange;
  readonly groupId: string;
  readonly groupName: string;
  readonly reason: string;
  readonly since: string | null;
  readonly onLeave: (draft: CatchAllPlanDraft) => void;
  readonly onClose: (ran: boolean) => void;
}) {
  const { open, change, groupId, groupName, reason, since, onLeave, onClose } = props;
  const { graphRoot } = useSettings();
  return (
    <PlanDialog
      open={open}
      title="Fill the catch-all group"
      consequence={`They become members of the group “${plainText(groupName)}”. Guestlist created it without any access and does not check whether someone has assigned access to it since. No members are removed.`}
      plan={(why) => planMembers(groupId, change.add, { reason: why, mintId, graphRoot })}
      reason={reason}
      onLeave={(written) => {
        onLeave({ reason: written, groupId, guestIds: idsOf(change) });
      }}
      onClose={(ran) => {
        onClose(ran);
      }}
    >
      {since !== null && <Text>{since}</Text>}
      <AddedGuests change={change} />
    </PlanDialog>
  );
}

/** Exactly who is added to the group, and who is skipped and why. */
function AddedGuests({ change }: { readonly change: CatchAllChange }) {
  const { add, skipped, extraIds } = change;
  return (
    <>
      <LineList
        label="Who is added to the group"
        most={SHOWN}
        lines={add.map(({ id, displayName, mail }) => ({
          id,
          name: displayName,
          word: mail ?? "",
        }))}
      />
      {skipped.length > 0 && (
        <LineList
          label="Skipped guests"
          most={SHOWN}
          lines={skipped.map(({ guest, because }) => ({
            id: guest.id,
            name: guest.displayName,
            word: SKIP_WORDS[because],
          }))}
        />
      )}
      {extraIds.length > 0 && (
        <Text>
          {`${counted(extraIds.length, "member is", "members are")} also covered by another review and stay${extraIds.length === 1 ? "s" : ""} in the group.`}
        </Text>
      )}
    </>
  );
}
