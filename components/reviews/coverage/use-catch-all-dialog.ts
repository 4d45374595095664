"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useOpenings } from "@/components/ui/use-openings";
import type { CatchAllPlanDraft } from "@/lib/contract/drafts";
import type { CatchAllChange } from "@/lib/domain/reviews/catch-all";
import { useServices } from "@/lib/services/services";
import { catchAllDraftStorage } from "@/lib/services/tab-drafts";

/** Frozen when the dialog opens: what is read meanwhile must not change what is agreed to. */
interface CatchAll {
  readonly change: CatchAllChange;
  readonly groupId: string | null;
  readonly stored: CatchAllPlanDraft | null;
}

/**
 * Whether the catch-all dialog is open. It stands in the address, so that a person who has to leave the page for consent
 * comes back to it, as soon as the map is there again; nothing is sent before it is confirmed there.
 */
export function useCatchAllDialog(current: {
  readonly change: CatchAllChange | null;
  readonly groupId: string | null;
}) {
  const { me } = useServices();
  const [command, setCommand] = useQueryState("do", parseAsStringLiteral(["catch-all"]));
  const { opening, begin, close } = useOpenings<CatchAll>();
  const isOpen = opening?.open === true;
  const { change } = current;
  if (command === null && isOpen) close();
  if (command !== null && !isOpen && change !== null && change.add.length > 0) {
    const stored = catchAllDraftStorage.load(me);
    begin({ change, groupId: stored?.groupId ?? current.groupId, stored });
  }
  return {
    opening,
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
