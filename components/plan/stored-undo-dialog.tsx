"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useServices } from "@/lib/services/services";
import { isInTab } from "@/lib/services/tab-key";
import { UNDO_DRAFT } from "@/lib/services/draft-names";

const UndoOfDraft = dynamic(() => import("./undo-dialog").then((module) => module.UndoOfDraft), {
  ssr: false,
});

/** Opens the undo again that was about to be confirmed, on whatever page the way back from consent leads to. */
export function StoredUndoDialog() {
  const { me } = useServices();
  const [isStored] = useState(() => isInTab(UNDO_DRAFT, me));
  return isStored ? <UndoOfDraft /> : null;
}
