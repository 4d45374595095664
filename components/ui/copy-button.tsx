"use client";

import { Button } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { copyText } from "./copy-text";

const WORDS = {
  copied: "Copied",
  // The text can still be selected.
  refused: { title: "The browser did not let the page copy. Select the text." },
};

/** Copies a text to the clipboard and shows whether the browser allowed it. */
export function CopyButton(props: { readonly text: () => string; readonly label?: string }) {
  return (
    <Button
      size="small"
      icon={<CopyRegular />}
      {...(props.label !== undefined && { "aria-label": props.label })}
      onClick={() => void copyText(props.text(), WORDS)}
    >
      Copy
    </Button>
  );
}
