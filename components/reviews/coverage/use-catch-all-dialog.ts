"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import type { CatchAllPlanDraft } from "@/lib/contract/drafts";
import type { CatchAllChange } from "@/lib/domain/reviews/catch-all";
import { useServices } from "@/lib/services/services";
import { catchAllDraftStorage } from "@/lib/services/tab-drafts";

/** One opening of the dialog, with what was known when it opened; it stays while the dialog closes. */
interface CatchAllOpening {
  /** Frozen: what is read meanwhile must not change what is agreed to. */
  readonly change: CatchAllChange;
  readonly groupId: string | null;
  readonly stored: CatchAllPlanDraft | null;
  /** Tells one from the next. */
  readonly number: number;
}

/**
 * Whether the catch-all dialog is open. It stands in the address, so that a person who has to leave the page for consent
 * comes back to it, as soon as the map is there again; nothing is sent before it is confirmed there.
 */
export function useCatchAllDialog(
  current: Pick<CatchAllOpening, "groupId"> & { change: CatchAllChange | null },
) {
  const { me } = useServices();
  const [command, setCommand] = useQueryState("do", parseAsStringLiteral(["catch-all"]));
  const [open, setOpen] = useState(false);
  const [opening, setOpening] = useState<CatchAllOpening | null>(null);
  const { change } = current;
  if (command === null && open) setOpen(false);
  if (command !== null && !open && change !== null && change.add.length > 0) {
    const stored = catchAllDraftStorage.load(me);
    const groupId = stored?.groupId ?? current.groupId;
    setOpening({ change, groupId, stored, number: (opening?.number ?? 0) + 1 });
    setOpen(true);
  }
  return {
    opening,
    open,
    begin: () => {
      catchAllDraftStorage.clear(me);
      void setCommand("catch-all");
    },
    leave: (draft: CatchAllPlanDraft) => {
      catchAllDraftStorage.save(me, draft);
    },
    close: () => {
      catchAllDraftStorage.clear(me);
      void setCommand(null);
    },
  };
}
