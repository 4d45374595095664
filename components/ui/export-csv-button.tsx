"use client";

import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { CsvSheet } from "./csv";
import { sayToast } from "./toast";

function save(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has begun to read it by then; without this the text stays in memory.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** Saves what `sheet` gathers as a CSV file that spreadsheets cannot be made to run. */
export function ExportCsvButton(props: {
  /** Without the ending. */
  readonly fileName: string;
  readonly sheet: () => CsvSheet | Promise<CsvSheet>;
  readonly disabled?: boolean;
}) {
  const [busy, setBusy] = useState(false);
  const run = async () => {
    const [{ csvFrom }, sheet] = await Promise.all([import("./csv"), props.sheet()]);
    save(csvFrom(sheet), `${props.fileName}.csv`);
  };
  return (
    <Button
      icon={<ArrowDownloadRegular />}
      disabled={props.disabled ?? false}
      disabledFocusable={busy}
      onClick={() => {
        setBusy(true);
        run()
          .catch((error: unknown) => {
            const body = error instanceof Error ? error.message : String(error);
            sayToast({ intent: "error", title: "Nothing was exported", body });
          })
          .finally(() => {
            setBusy(false);
          });
      }}
    >
      {busy ? "Exporting…" : "Export CSV"}
    </Button>
  );
}
