"use client";

import { ExportButton } from "./export-button";
import { saveFile } from "./save-file";

/** Saves what `gather` gives as a JSON file with everything in it, for programs. */
export function ExportJsonButton(props: {
  /** Without the ending. */
  readonly fileName: string;
  readonly gather: () => unknown;
  readonly disabled?: boolean;
}) {
  const run = async () => {
    const text = JSON.stringify(await props.gather(), null, 2);
    saveFile(text, `${props.fileName}.json`, "application/json");
  };
  return (
    <ExportButton run={run} disabled={props.disabled ?? false}>
      Export JSON
    </ExportButton>
  );
}
