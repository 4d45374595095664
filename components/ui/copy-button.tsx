"use client";

import { Button } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { sayToast } from "./toast";

/** Copies a text to the clipboard and shows whether the browser allowed it. */
export function CopyButton(props: { readonly text: () => string; readonly label?: string }) {
  return (
    <Button
      size="small"
      icon={<CopyRegular />}
      {...(props.label !== undefined && { "aria-label": props.label })}
      onClick={() => void copy(props.text())}
    >
      Copy
    </Button>
  );
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    sayToast({ intent: "success", title: "Copied" });
  } catch {
    // The browser may refuse the clipboard; the text can still be selected.
    sayToast({ intent: "error", title: "The browser did not let the page copy. Select the text." });
  }
}
