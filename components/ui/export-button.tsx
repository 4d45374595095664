"use client";

import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { sayToast } from "./toast";

/** Gathers data and saves it as a file. Shows an error if that fails. */
export function ExportButton(props: {
  readonly children: string;
  readonly run: () => Promise<void>;
  readonly disabled?: boolean;
}) {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      icon={<ArrowDownloadRegular />}
      disabled={props.disabled ?? false}
      disabledFocusable={busy}
      onClick={() => {
        setBusy(true);
        props
          .run()
          .catch((error: unknown) => {
            const body = error instanceof Error ? error.message : String(error);
            sayToast({ intent: "error", title: "Nothing was exported", body });
          })
          .finally(() => {
            setBusy(false);
          });
      }}
    >
      {busy ? "Exporting…" : props.children}
    </Button>
  );
}
