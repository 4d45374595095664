"use client";

import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { Notice } from "@/components/ui/notice";
import { permissionWords } from "@/lib/operations/permission-words";
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
  const missing = useMissing(scopes);
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
      Guestlist needs permission to {permissionWords(missing)}.{" "}
      {wasDeclined
        ? "Nothing can be sent without it. If it needs administrator consent, ask an administrator to open Guestlist and consent. Your text is kept."
        : "You leave this page for a moment and come back to where you were. If it needs administrator consent, ask an administrator."}
      <details>
        <summary>Names of the permissions in Microsoft Graph</summary>
        {missing.join(", ")}
      </details>
    </Notice>
  );
}

/** Those of the permissions that were not given yet; all of them while that is not known. */
function useMissing(scopes: readonly string[]): readonly string[] {
  const { hasConsent, me } = useServices();
  const missing = useQuery({
    queryKey: [me.tenantId, me.homeAccountId, "missing-consent", scopes],
    queryFn: async () => {
      const isGranted = await Promise.all(scopes.map((scope) => hasConsent([scope])));
      return scopes.filter((_, place) => isGranted[place] === false);
    },
    staleTime: 0,
    gcTime: 0,
  }).data;
  return missing === undefined || missing.length === 0 ? scopes : missing;
}
