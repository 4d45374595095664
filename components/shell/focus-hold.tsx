"use client";

import { useFocusFinders } from "@fluentui/react-components";

/**
 * Keeps Fluent's focus keeper alive as long as the console is there. It goes with the last component that uses it, and
 * when that is a dialog it leaves the page behind the dialog hidden from screen readers.
 */
export function FocusHold() {
  useFocusFinders();
  return null;
}
