"use client";

import { numberText } from "@/lib/domain/number-text";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Smaller differences are not shown, since they change nothing. */
const TOLERATED = 5 * MINUTE;

/** Tells the person that the computer's clock is wrong. Guestlist doesn't use it. */
export function ClockNotice(props: { readonly now: () => number }) {
  const [wrongBy] = useState(() => Date.now() - props.now());
  const [isDismissed, setDismissed] = useState(false);
  if (Math.abs(wrongBy) <= TOLERATED || isDismissed) return null;
  return (
    <Notice
      intent="info"
      actions={
        <Button
          onClick={() => {
            setDismissed(true);
          }}
        >
          Dismiss
        </Button>
      }
    >
      {`This computer's clock is ${spanOf(Math.abs(wrongBy))} ${wrongBy > 0 ? "fast" : "slow"}. Guestlist goes by the server's time.`}
    </Notice>
  );
}

function spanOf(milliseconds: number): string {
  const [unit, word] = milliseconds < 2 * HOUR ? [MINUTE, "minutes"] : [HOUR, "hours"];
  return `about ${numberText(Math.round(milliseconds / unit))} ${word}`;
}
