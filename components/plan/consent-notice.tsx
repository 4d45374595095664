"use client";

import { Button } from "@fluentui/react-components";
import { Notice } from "@/components/ui/notice";
import { useServices } from "@/lib/services/services";

interface ConsentNoticeProps {
  readonly scopes: readonly string[];
  /** What was written is kept before the page is left. */
  readonly onLeave: () => void;
}

/** Asks for the permissions that are missing: on Microsoft's own page, which leads back here. */
export function ConsentNotice({ scopes, onLeave }: ConsentNoticeProps) {
  const { ask } = useServices();
  return (
    <Notice
      intent="info"
      title="Your consent is needed first"
      actions={
        <Button
          size="small"
          onClick={() => {
            onLeave();
            ask(scopes);
          }}
        >
          Give permission
        </Button>
      }
    >
      This needs {scopes.join(", ")} in Microsoft Graph. You leave this page for a moment and come
      back to this plan.
    </Notice>
  );
}
