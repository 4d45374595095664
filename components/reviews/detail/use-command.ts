"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";

export const COMMANDS = [
  "change-review",
  "stop-review",
  "delete-review",
  "remind-reviewers",
  "accept-recommendations",
  "reset-instance",
  "stop-instance",
  "apply-instance",
] as const;

export type Command = (typeof COMMANDS)[number];

/** A command that is asked about; it stays while its dialog closes. */
export interface Asked {
  readonly command: Command;
  readonly open: boolean;
  /** Tells one from the next. */
  readonly number: number;
}

/**
 * The command whose dialog is open. It stands in the address, so that a person who has to leave the page for consent comes
 * back to it; nothing is sent before it is confirmed there.
 */
export function useCommand() {
  const [command, setCommand] = useQueryState("do", parseAsStringLiteral(COMMANDS));
  const [last, setLast] = useState<{ command: Command | null; number: number }>({
    command,
    number: 0,
  });
  if (command !== null && command !== last.command) {
    setLast({ command, number: last.number + 1 });
  }
  const asked: Asked | null =
    last.command === null
      ? null
      : { command: last.command, open: command !== null, number: last.number };
  return {
    asked,
    ask: (next: Command) => {
      // The same one again is another question: its dialog begins anew.
      setLast({ command: next, number: last.number + 1 });
      void setCommand(next);
    },
    close: () => void setCommand(null),
  };
}
