"use client";

import { useState } from "react";
import { strongestRole } from "@/components/shell/app-roles";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { useDoors } from "@/lib/queries/doors";
import { CommandButton } from "../shared/command-button";
import { KeepTemplate } from "./template-dialogs";

/** Offers to keep the draft as a template of the organization. */
export function SaveTemplate({ draft }: { readonly draft: ReviewDraft }) {
  const { me } = useDoors();
  const [asking, setAsking] = useState({ open: false, number: 0 });
  const reads = strongestRole(me.appRoles)?.value === "Governance.Reader";
  return (
    <>
      <CommandButton
        size="medium"
        appearance="subtle"
        whyNot={reads ? "This needs the app role Governance.Operator." : null}
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
