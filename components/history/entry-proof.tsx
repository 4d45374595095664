"use client";

import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { ApiFailure } from "@/components/directory/api-failure";
import { saveFile } from "@/components/ui/save-file";
import { Section } from "@/components/ui/section";
import { useProof } from "@/lib/queries/integrity";

/** A file that shows an outsider that one entry is in the history, and nothing of any other entry. */
export function EntryProof({ entryId }: { readonly entryId: string }) {
  const proof = useProof();
  return (
    <Section title="Proof for third parties">
      <p>
        A file that proves that this entry is in the history, and tells nothing of any other. It
        holds the entry itself.
      </p>
      {proof.isError && (
        <ApiFailure error={proof.error} notDone="No proof was made; nothing was changed." />
      )}
      <Button
        icon={<ArrowDownloadRegular />}
        disabledFocusable={proof.isPending}
        onClick={() => {
          proof.mutate(entryId, {
            onSuccess: (text) => {
              saveFile(text, `${entryId}.tlog-proof`, "text/plain");
            },
          });
        }}
      >
        {proof.isPending ? "Making the proof…" : "Proof of this entry"}
      </Button>
    </Section>
  );
}
