"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useOpenings } from "@/components/ui/use-openings";

/**
 * The command whose dialog is open. It stands in the address as `do`, so that a person who has to leave the page for
 * consent comes back to it; nothing is sent before it is confirmed there.
 */
export function useCommandInAddress<Kind extends string>(kinds: readonly Kind[]) {
  const [command, setCommand] = useQueryState("do", parseAsStringLiteral(kinds));
  const { opening, begin, close } = useOpenings(() => command);
  const current = opening?.open === true ? opening.about : null;
  if (command === null && current !== null) close();
  else if (command !== null && command !== current) begin(command);
  return {
    opening,
    begin: (next: Kind) => {
      // The same command again is a new question: its dialog begins anew.
      if (next === command) begin(next);
      void setCommand(next);
    },
    close: () => void setCommand(null),
  };
}
