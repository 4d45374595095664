"use client";

import { parseAsBoolean, useQueryState } from "nuqs";
import { useEffect, useRef } from "react";

/** The name in the address that says whether the item lies over the list. */
const OPEN = "open";

/**
 * Whether the active item lies over the list, as it does where there is no room beside it. Opening it is a step of the
 * browser's history: Back closes it, and does not leave the page. Stepping to the next item is none.
 */
export function useItemDrawer<I>(input: {
  readonly narrow: boolean;
  readonly item: I | null;
  /** Once it is gone, and with it what had the focus, however that came about; with the item that was shown last. */
  readonly onClosed: (last: I) => void;
}) {
  const { narrow, item, onClosed } = input;
  const [inAddress, setOpen] = useQueryState(OPEN, parseAsBoolean.withDefault(false));
  const isOpen = narrow && inAddress;
  const shown = useRef<I | null>(null);
  /** The latest step of the history is the opening. */
  const isLatestStep = useRef(false);
  useEffect(() => {
    if (isOpen) {
      shown.current = item;
      return;
    }
    const last = shown.current;
    if (last === null) return;
    shown.current = null;
    isLatestStep.current = false;
    // Back leads to an address that is older than what was shown last.
    requestAnimationFrame(() => {
      onClosed(last);
    });
  });
  return {
    isOpen,
    open: () => {
      isLatestStep.current = true;
      void setOpen(true, { history: "push" });
    },
    close: () => {
      // An opening that is not written yet is no step that could be taken back.
      const isStep = isLatestStep.current && new URLSearchParams(location.search).has(OPEN);
      isLatestStep.current = false;
      if (isStep) history.back();
      else void setOpen(null, { history: "replace" });
    },
  };
}
