"use client";

import { numberText } from "@/lib/domain/number-text";
import { Text } from "@fluentui/react-components";
import { useState } from "react";
import { SKIP_WORDS } from "@/components/plan/plan-labels";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { useSettings } from "@/lib/services/settings-context";
import { LineList } from "@/components/ui/line-list";
import { plainText } from "@/components/ui/plain-text";
import {
  CATCH_ALL_NAME,
  type CatchAllChange,
  planCatchAllGroup,
  planMembers,
} from "@/lib/domain/reviews/catch-all";
import { type KeptCatchAll, sinceWords } from "./catch-all-kept";

const SHOWN = 100;
const mintId = () => crypto.randomUUID();
const idsOf = ({ add }: CatchAllChange) => add.map(({ id }) => id);
interface CatchAllDialogProps {
  readonly open: boolean;
  readonly change: CatchAllChange;
  /** The group that exists already; null before it is made. */
  readonly groupId: string | null;
  /** What it is called in the directory, or will be. */
  readonly groupName: string;
  /** What was kept on the way to the consent page. */
  readonly kept: KeptCatchAll | null;
  /** The page is left for consent. */
  readonly onLeave: (kept: KeptCatchAll) => void;
  /** `filled` is the group that guests were put into, null when it did not come to that. */
  readonly onClose: (filled: string | null) => void;
}

/** Makes the group where there is none, and then puts the guests into it: two plans, since the second names the group. */
export function CatchAllDialog(props: CatchAllDialogProps) {
  const { open, change, groupId, groupName, kept, onLeave, onClose } = props;
  const since = kept && sinceWords(kept.guestIds, idsOf(change));
  // What the history says when the dialog opens: the group that is made here is led to by its outcome.
  const [before] = useState(groupId);
  const [made, setMade] = useState<{ readonly id: string; readonly reason: string } | null>(null);
  const target = before ?? made?.id ?? null;
  return target === null ? (
    <PlanDialog
      open={open}
      title="Make the catch-all group"
      consequence={`A security group “${CATCH_ALL_NAME}” is created. ${numberText(change.add.length)} ${change.add.length === 1 ? "guest is" : "guests are"} put into it in the next step.`}
      plan={(reason) => planCatchAllGroup({ reason, mintId })}
      reason={kept?.reason ?? ""}
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
      <Whom change={change} />
    </PlanDialog>
  ) : (
    <FillDialog
      key={target}
      open={open}
      change={change}
      groupId={target}
      groupName={groupName}
      reason={made?.reason ?? kept?.reason ?? ""}
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
  readonly onLeave: (kept: KeptCatchAll) => void;
  readonly onClose: (ran: boolean) => void;
}) {
  const { open, change, groupId, groupName, reason, since, onLeave, onClose } = props;
  const { graphRoot } = useSettings();
  return (
    <PlanDialog
      open={open}
      title="Fill the catch-all group"
      consequence={`They become members of the group “${plainText(groupName)}”. Guestlist made it to give access to nothing; whether somebody has used it for more is not looked at. Nobody is taken out of it.`}
      plan={(given) => planMembers(groupId, change.add, { reason: given, mintId, graphRoot })}
      reason={reason}
      onLeave={(written) => {
        onLeave({ reason: written, groupId, guestIds: idsOf(change) });
      }}
      onClose={(ran) => {
        onClose(ran);
      }}
    >
      {since !== null && <Text>{since}</Text>}
      <Whom change={change} />
    </PlanDialog>
  );
}

/** Exactly who is put into the group, and who is left alone and why. */
function Whom({ change }: { readonly change: CatchAllChange }) {
  const { add, skipped, extraIds } = change;
  return (
    <>
      <LineList
        label="Who is put into the group"
        most={SHOWN}
        lines={add.map(({ id, displayName, mail }) => ({
          id,
          name: displayName,
          word: mail ?? "",
        }))}
      />
      {skipped.length > 0 && (
        <LineList
          label="Who is left alone"
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
          {`${numberText(extraIds.length)} in the group ${extraIds.length === 1 ? "is" : "are"} asked about by another review too. They stay in it.`}
        </Text>
      )}
    </>
  );
}
