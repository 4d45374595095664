"use client";

import { useState } from "react";
import { holdsAppRole } from "@/lib/domain/app-roles";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { useServices } from "@/lib/services/services";
import { CommandButton } from "@/components/ui/command-button";
import { KeepTemplate } from "./template-dialogs";

/** Offers to keep the draft as a template of the organization. */
export function SaveTemplate({ draft }: { readonly draft: ReviewDraft }) {
  const { me } = useServices();
  const [asking, setAsking] = useState({ open: false, number: 0 });
  const mayKeep = holdsAppRole(me.appRoles, "Governance.Operator");
  return (
    <>
      <CommandButton
        size="medium"
        appearance="subtle"
        whyNot={mayKeep ? null : "This needs the app role Governance.Operator."}
        onClick={() => {
          setAsking(({ number }) => ({ open: true, number: number + 1 }));
        }}
      >
        Save as template
      </CommandButton>
      {asking.number > 0 && (
        <KeepTemplate
          key={asking.number}
          open={asking.open}
          draft={draft}
          onClose={() => {
            setAsking((before) => ({ ...before, open: false }));
          }}
        />
      )}
    </>
  );
}
