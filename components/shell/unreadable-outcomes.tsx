"use client";

import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { ExportJsonButton } from "@/components/ui/export-json-button";
import { Notice } from "@/components/ui/notice";
import { counted } from "@/lib/domain/number-text";

/** Tells of outcomes that wait in this browser and that this version cannot send, and saves them as they are stored. */
export function UnreadableOutcomes({ stored }: { readonly stored: readonly unknown[] }) {
  const [isDismissed, setDismissed] = useState(false);
  if (stored.length === 0 || isDismissed) return null;
  const isOne = stored.length === 1;
  return (
    <Notice
      intent="warning"
      title={`${counted(stored.length, "outcome")} in this browser cannot be read`}
      actions={
        <>
          <ExportJsonButton fileName="guestlist-unreadable-outcomes" gather={() => stored} />
          <Button
            onClick={() => {
              setDismissed(true);
            }}
          >
            Dismiss
          </Button>
        </>
      }
    >
      {isOne ? "It was" : "They were"} probably stored by another version of Guestlist, and may be
      missing from the history. {isOne ? "It stays" : "They stay"} in this browser: open that
      version here to send {isOne ? "it" : "them"}, or export {isOne ? "it" : "them"}. What became
      of the operations can be found out under History, too.
    </Notice>
  );
}
