"use client";

import { Button } from "@fluentui/react-components";
import { ErrorCard } from "@/components/ui/error-card";
import { AUDIT_LOG_READ_ALL, USER_READ_ALL } from "@/lib/domain/graph-scopes";
import type { Progress } from "@/lib/inventory/inventory";
import { inventory } from "@/lib/inventory/use-inventory";
import { useServices } from "@/lib/services/services";

type Failure = NonNullable<Progress["failure"]>;

const TO_READ = [USER_READ_ALL, AUDIT_LOG_READ_ALL];

/** What happened, and what to try, for each way in which a reading ends early. */
function wordsFor({ kind, message }: Failure): readonly [happened: string, tryThis: string] {
  switch (kind) {
    case "needs-consent":
    case "signed-out":
      return [
        "Microsoft needs your consent before Guestlist can read the guests.",
        "Give your consent. You come back to this page.",
      ];
    case "forbidden":
    case "licence-missing":
      return [
        "You don't have permission to read this tenant's guests.",
        "Ask for a directory role that can read users, such as Global Reader or User Administrator.",
      ];
    case "throttled":
    case "unavailable":
    case "no-answer":
      return [
        "Microsoft Graph stopped answering before all guests were read.",
        "Read again in a minute.",
      ];
    case "not-found":
    case "bad-request":
    case "malformed":
      return [
        `Microsoft Graph answered in a way that Guestlist does not understand: ${message}`,
        "Read again. If it keeps happening, report it with the message above.",
      ];
  }
}

/** Why the reading ended early; a tenant that was read in part is still shown. */
export function ReadingFailure({ failure }: { readonly failure: Failure }) {
  const { ask } = useServices();
  const [happened, tryThis] = wordsFor(failure);
  const personNeeded = failure.kind === "needs-consent" || failure.kind === "signed-out";
  return (
    <ErrorCard
      happened={happened}
      notDone="The list may be incomplete, so bulk operations aren't available."
      tryThis={tryThis}
      actions={
        <Button
          size="small"
          onClick={() => {
            if (personNeeded) ask(TO_READ);
            else void inventory().resume();
          }}
        >
          {personNeeded ? "Give permission" : "Read again"}
        </Button>
      }
    />
  );
}
