"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import type { CatchAllChange } from "@/lib/domain/reviews/catch-all";
import { useServices } from "@/lib/services/services";
import { forgetCatchAll, keptCatchAll, type KeptCatchAll } from "./catch-all-kept";

/** The dialog that is asked for, with what was known when it opened; it stays while it closes. */
export interface AskedCatchAll {
  /** Frozen: what is read meanwhile must not change what is agreed to. */
  readonly change: CatchAllChange;
  readonly groupId: string | null;
  readonly kept: KeptCatchAll | null;
  /** Tells one from the next. */
  readonly number: number;
}

/**
 * Whether the catch-all dialog is open. It stands in the address, so that a person who has to leave the page for consent
 * comes back to it, as soon as the map is there again; nothing is sent before it is confirmed there.
 */
export function useAskedCatchAll(
  now: Pick<AskedCatchAll, "groupId"> & { change: CatchAllChange | null },
) {
  const { me } = useServices();
  const account = me.homeAccountId;
  const [wanted, setWanted] = useQueryState("do", parseAsStringLiteral(["catch-all"]));
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<AskedCatchAll | null>(null);
  const { change } = now;
  if (wanted === null && open) setOpen(false);
  if (wanted !== null && !open && change !== null && change.add.length > 0) {
    const kept = keptCatchAll(account);
    const groupId = kept?.groupId ?? now.groupId;
    setAsked({ change, groupId, kept, number: (asked?.number ?? 0) + 1 });
    setOpen(true);
  }
  return {
    asked,
    open,
    account,
    ask: () => {
      forgetCatchAll(account);
      void setWanted("catch-all");
    },
    close: () => {
      forgetCatchAll(account);
      void setWanted(null);
    },
  };
}
