"use client";

import { Spinner } from "@fluentui/react-components";
import { ApiFailure } from "@/components/directory/api-failure";
import { AppLink } from "@/components/ui/app-link";
import { PageHeader } from "@/components/ui/page-header";
import { useIntegrity } from "@/lib/queries/integrity";
import { CheckSection } from "./check-section";
import { CheckpointsSection } from "./checkpoints-section";
import { ExportSection } from "./export-section";

/** Whether the history is what was recorded, and what one keeps elsewhere to be able to tell. */
export function IntegrityPage() {
  const integrity = useIntegrity();
  return (
    <>
      <PageHeader
        title="Integrity of the history"
        actions={<AppLink href="/history">Back to the history</AppLink>}
      >
        Whether every entry is as it was recorded, also for people who do not trust this server.
      </PageHeader>
      <CheckSection />
      {integrity.isPending && <Spinner label="Reading the checkpoints" />}
      {integrity.isError && (
        <ApiFailure
          error={integrity.error}
          notDone="The checkpoints are not shown."
          onRetry={() => void integrity.refetch()}
        />
      )}
      {integrity.isSuccess && <CheckpointsSection integrity={integrity.data} />}
      <ExportSection />
    </>
  );
}
