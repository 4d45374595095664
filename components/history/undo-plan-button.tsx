"use client";

import { useMayRecord } from "@/components/directory/use-may-record";
import type { ReactNode } from "react";
import { UndoDialog } from "@/components/plan/undo-dialog";
import { CommandButton } from "@/components/ui/command-button";
import { useOpenings } from "@/components/ui/use-openings";

/** The button that opens the undo of a plan. Its dialog stays when something else takes the place of the button meanwhile. */
export function UndoPlanButton(props: {
  readonly planId: string;
  /** Why it cannot be undone now; null where it can. */
  readonly whyNot?: string | null;
  /** Shown in place of the button. */
  readonly instead?: ReactNode;
}) {
  const whyNotMe = useMayRecord();
  const { opening, begin, close } = useOpenings<string>();
  return (
    <>
      {props.instead ?? (
        <CommandButton
          whyNot={whyNotMe ?? props.whyNot ?? null}
          onClick={() => {
            begin(props.planId);
          }}
        >
          Undo this plan
        </CommandButton>
      )}
      {opening !== null && (
        <UndoDialog key={opening.key} open={opening.open} planId={opening.about} onClose={close} />
      )}
    </>
  );
}
