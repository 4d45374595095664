"use client";

import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { ApiFailure } from "@/components/directory/api-failure";
import { saveFile } from "@/components/ui/save-file";
import { TitledCard } from "@/components/ui/titled-card";
import { useExport } from "@/lib/queries/integrity";
import { useServices } from "@/lib/services/services";

/** The whole history as a file that anybody can check without this server. */
export function ExportSection() {
  const { me } = useServices();
  const exported = useExport();
  return (
    <TitledCard
      title="Export"
      words="The whole history in one file: every entry with its hash, name records, texts and checkpoints. It has people's names in it. It is checked without Guestlist's database by npm run ledger -- verify --export FILE, or by a program of your own."
    >
      {exported.isError && <ApiFailure error={exported.error} notDone="Nothing was saved." />}
      <div>
        <Button
          icon={<ArrowDownloadRegular />}
          disabledFocusable={exported.isPending}
          onClick={() => {
            exported.mutate(undefined, {
              onSuccess: (text) => {
                saveFile(text, `guestlist-history-${me.tenantId}.ndjson`, "application/x-ndjson");
              },
            });
          }}
        >
          {exported.isPending ? "Reading the history…" : "Export the whole history"}
        </Button>
      </div>
    </TitledCard>
  );
}
