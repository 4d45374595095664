"use client";

import {
  Toast,
  ToastBody,
  Toaster,
  ToastTitle,
  useId,
  useToastController,
} from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { ToastWords } from "./toast";

/** Shows each toast once, in order. */
export function Toasts(props: { readonly said: readonly ToastWords[] }) {
  const toasterId = useId("toasts");
  const { dispatchToast } = useToastController(toasterId);
  const shown = useRef(0);
  useEffect(() => {
    for (const words of props.said.slice(shown.current)) {
      dispatchToast(
        <Toast>
          <ToastTitle>{words.title}</ToastTitle>
          {words.body !== undefined && <ToastBody>{words.body}</ToastBody>}
        </Toast>,
        { intent: words.intent, timeout: words.intent === "error" ? 15_000 : 6_000 },
      );
    }
    shown.current = props.said.length;
  }, [dispatchToast, props.said]);
  return <Toaster toasterId={toasterId} position="bottom-end" pauseOnHover pauseOnWindowBlur />;
}
