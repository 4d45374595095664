"use client";

import { Button } from "@fluentui/react-components";
import { Notice } from "@/components/ui/notice";
import { useServices } from "@/lib/services/services";

interface ConsentNoticeProps {
  readonly scopes: readonly string[];
  /** Keeps what was written before the page is left. */
  readonly onLeave?: () => void;
}

/** Asks for the permissions that are missing: on Microsoft's own page, which leads back here. */
export function ConsentNotice({ scopes, onLeave }: ConsentNoticeProps) {
  const services = useServices();
  const wasDeclined = services.wasDeclined(scopes);
  // What the page says of it is behind the dialog.
  return (
    <Notice
      intent={wasDeclined ? "warning" : "info"}
      title={wasDeclined ? "The permission was not given" : "Your consent is needed first"}
      actions={
        <Button
          size="small"
          onClick={() => {
            onLeave?.();
            services.ask(scopes);
          }}
        >
          Give permission
        </Button>
      }
    >
      This needs {scopes.join(", ")} in Microsoft Graph.{" "}
      {wasDeclined
        ? "Nothing can be sent without it. If it needs administrator consent, ask an administrator to open Guestlist and consent. Your text is kept."
        : "You leave this page for a moment and come back to where you were. If it needs administrator consent, ask an administrator."}
    </Notice>
  );
}
