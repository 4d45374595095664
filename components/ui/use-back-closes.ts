"use client";

import { useEffect, useRef } from "react";

/**
 * Makes the browser's Back close what lies over the page instead of leaving the page. Returns how to close it otherwise,
 * so that no entry of the history stays behind.
 */
export function useBackCloses(open: boolean, onClose: () => void): () => void {
  const latest = useRef(onClose);
  latest.current = onClose;
  const isOnTop = useRef(false);
  useEffect(() => {
    if (!open) return undefined;
    // The router's own state goes along: to it, the entry is the same page.
    window.history.pushState(window.history.state, "");
    isOnTop.current = true;
    const onBack = () => {
      isOnTop.current = false;
      latest.current();
    };
    window.addEventListener("popstate", onBack);
    return () => {
      isOnTop.current = false;
      window.removeEventListener("popstate", onBack);
    };
  }, [open]);
  return () => {
    if (isOnTop.current) window.history.back();
    else latest.current();
  };
}
