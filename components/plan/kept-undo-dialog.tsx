"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useServices } from "@/lib/services/services";
import { keptUndo } from "./kept-undo";

const UndoDialog = dynamic(() => import("./undo-dialog").then((module) => module.UndoDialog), {
  ssr: false,
});

/** Asks again about the plan that was about to be taken back, on whatever page the way back from consent leads to. */
export function KeptUndoDialog() {
  const { me } = useServices();
  const [kept] = useState(() => keptUndo(me));
  const [open, setOpen] = useState(true);
  if (kept === null) return null;
  return (
    <UndoDialog
      open={open}
      {...kept}
      onClose={() => {
        setOpen(false);
      }}
    />
  );
}
