"use client";

import { counted } from "@/lib/domain/number-text";
import { TargetRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { CommandButton } from "@/components/ui/command-button";
import { useMayExecute } from "@/components/plan/use-may-execute";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { plainText } from "@/components/ui/plain-text";
import { CATCH_ALL_NAME, type CatchAllChange } from "@/lib/domain/reviews/catch-all";
import { useCatchAllDialog } from "./use-catch-all-dialog";
import { CatchAllDialog } from "./catch-all-dialog";

const reviewOf = (groupId: string) => `/reviews/new?template=catch-all&group=${groupId}`;

interface CatchAllNoticeProps {
  /** Who is missing in it; null while the map is not complete. */
  readonly change: CatchAllChange | null;
  readonly groupId: string | null;
  /** As the directory has it; null while there is none. */
  readonly groupName: string | null;
  /** A running review asks about its members. */
  readonly reviewed: boolean;
  /** Why nothing may be done now; null when it may. */
  readonly whyNot: string | null;
}

/** What to do about the guests that no review covers: a group of their own, and a review of it. */
export function CatchAllNotice(props: CatchAllNoticeProps) {
  const { change, groupId, groupName, reviewed, whyNot } = props;
  const mayExecute = useMayExecute();
  const [filled, setFilled] = useState<string | null>(null);
  const group = groupId ?? filled;
  const missing = change?.add.length ?? 0;
  const refusal =
    whyNot ?? (group === null ? mayExecute("create-group") : null) ?? mayExecute("add-member");
  const dialog = useCatchAllDialog({ change: refusal === null ? change : null, groupId: group });
  const guests = counted(missing, "guest");
  return (
    <>
      {missing > 0 && (
        <Notice
          intent="warning"
          title={
            group === null
              ? `No review covers ${guests}`
              : `${guests} not covered by another review ${missing === 1 ? "is" : "are"} missing in the catch-all group “${plainText(groupName ?? CATCH_ALL_NAME)}”`
          }
          actions={
            <CommandButton
              icon={<TargetRegular />}
              appearance="primary"
              whyNot={refusal}
              onClick={dialog.begin}
            >
              {group === null ? "Create a catch-all group" : `Add ${guests} to the catch-all group`}
            </CommandButton>
          }
        >
          {group === null
            ? "A security group with exactly these guests can be reviewed, and a Deny can be applied there."
            : "Its review covers only its members. New members are covered the next time it runs."}
        </Notice>
      )}
      {group !== null && !reviewed && (
        <Notice
          intent="warning"
          title="The catch-all group has no review yet"
          actions={<AppLink href={reviewOf(group)}>Create its review</AppLink>}
        >
          Its members are covered once a review includes the group.
        </Notice>
      )}
      {dialog.opening !== null && (
        <CatchAllDialog
          key={dialog.opening.key}
          open={dialog.opening.open}
          {...dialog.opening.about}
          groupName={groupName ?? CATCH_ALL_NAME}
          onLeave={dialog.leave}
          onClose={(into) => {
            dialog.close();
            if (into !== null) setFilled(into);
          }}
        />
      )}
    </>
  );
}
