"use client";

import { ExportCsvButton } from "@/components/ui/export-csv-button";
import { ExportJsonButton } from "@/components/ui/export-json-button";
import type { HistoryRequest } from "@/lib/contract/history";
import { namesOrNone } from "@/lib/queries/people";
import { readWholeHistory } from "@/lib/services/read-history";
import { useServices } from "@/lib/services/services";
import { reviewersOf } from "./decider";
import { historyFile } from "./history-file";
import { historySheet } from "./history-sheet";

/** Saves every entry that a request finds, loaded or not: for spreadsheets, and for programs. */
export function HistoryExports(props: {
  readonly request: HistoryRequest;
  readonly disabled: boolean;
}) {
  const { request, disabled } = props;
  const { api, graph, me, now } = useServices();
  return (
    <>
      <ExportCsvButton
        fileName="guestlist-history"
        disabled={disabled}
        sheet={async () => {
          const whole = await readWholeHistory(api, request);
          return historySheet(whole, await namesOrNone({ graph }, reviewersOf(whole)));
        }}
      />
      <ExportJsonButton
        fileName="guestlist-history"
        disabled={disabled}
        gather={async () =>
          historyFile(await readWholeHistory(api, request), {
            tenantId: me.tenantId,
            filters: request,
            exportedAt: now(),
            exportedBy: { id: me.userId, name: me.name },
          })
        }
      />
    </>
  );
}
