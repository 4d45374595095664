"use client";

import type { CsvSheet } from "./csv";
import { ExportButton } from "./export-button";
import { saveFile } from "./save-file";

/** Saves what `sheet` gathers as a CSV file that spreadsheets cannot be made to run. */
export function ExportCsvButton(props: {
  /** Without the ending. */
  readonly fileName: string;
  readonly sheet: () => CsvSheet | Promise<CsvSheet>;
  readonly disabled?: boolean;
}) {
  const run = async () => {
    const [{ csvFrom, separatorFor }, sheet] = await Promise.all([import("./csv"), props.sheet()]);
    const text = csvFrom(sheet, separatorFor(navigator.language));
    saveFile(text, `${props.fileName}.csv`, "text/csv");
  };
  return (
    <ExportButton run={run} disabled={props.disabled ?? false}>
      Export CSV
    </ExportButton>
  );
}
