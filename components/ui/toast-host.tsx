"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { hearToasts, type ToastWords } from "./toast";

const Toasts = dynamic(() => import("./toasts").then((module) => module.Toasts), { ssr: false });

/** Where toasts appear; Fluent's toaster is loaded with the first one. */
export function ToastHost() {
  const [said, setSaid] = useState<readonly ToastWords[]>([]);
  useEffect(
    () =>
      hearToasts((words) => {
        setSaid((before) => [...before, words]);
      }),
    [],
  );
  return said.length === 0 ? null : <Toasts said={said} />;
}
