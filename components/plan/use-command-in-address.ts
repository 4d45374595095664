"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";

/** A command whose dialog is shown; it stays while the dialog closes. */
export interface OpenCommand<Kind extends string> {
  readonly command: Kind;
  readonly open: boolean;
  /** Tells one dialog from the next. */
  readonly number: number;
}

/**
 * The command whose dialog is open. It stands in the address as `do`, so that a person who has to leave the page for
 * consent comes back to it; nothing is sent before it is confirmed there.
 */
export function useCommandInAddress<Kind extends string>(kinds: readonly Kind[]) {
  const [command, setCommand] = useQueryState("do", parseAsStringLiteral(kinds));
  const [last, setLast] = useState<{ command: Kind | null; number: number }>({
    command,
    number: 0,
  });
  if (command !== null && command !== last.command) {
    setLast({ command, number: last.number + 1 });
  }
  const openCommand: OpenCommand<Kind> | null =
    last.command === null
      ? null
      : { command: last.command, open: command !== null, number: last.number };
  return {
    openCommand,
    begin: (next: Kind) => {
      // The same command again is a new question: its dialog begins anew.
      setLast({ command: next, number: last.number + 1 });
      void setCommand(next);
    },
    close: () => void setCommand(null),
  };
}
