"use client";

import { useEffect, useRef } from "react";

/** Whether the focus is nowhere yet: on no control of the page, and in no dialog. */
function isFocusFree(): boolean {
  const { activeElement } = document;
  const isNowhere = activeElement === null || activeElement === document.body;
  return isNowhere && document.querySelector("[aria-modal=true]") === null;
}

/**
 * Brings a person who arrives at a list into it, once it is read, so that its keys work at once. A person who has
 * turned to something else on the page meanwhile stays there.
 */
export function useArrivalFocus(isRead: boolean, focusList: () => void): void {
  const hasArrived = useRef(false);
  useEffect(() => {
    if (!isRead || hasArrived.current) return;
    hasArrived.current = true;
    if (isFocusFree()) focusList();
  });
}
