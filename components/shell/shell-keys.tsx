"use client";

import { Button } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";

const FindDialog = dynamic(() => import("./find-dialog").then(({ FindDialog }) => FindDialog), {
  ssr: false,
});
const KeysDialog = dynamic(() => import("./keys-dialog").then(({ KeysDialog }) => KeysDialog), {
  ssr: false,
});

type Shown = "find" | "keys" | null;

/** Which dialog a key asks for; single keys mean themselves where somebody writes, and nothing over another dialog. */
function dialogFor(event: KeyboardEvent): Shown {
  if (event.defaultPrevented) return null;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
    return "find";
  }
  const { target } = event;
  const isWriting =
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  return event.key === "?" && !isWriting ? "keys" : null;
}

/** The search of pages and guests, by its button and Ctrl+K, and the list of keys, by "?". */
export function ShellKeys() {
  const [shown, setShown] = useState<Shown>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const next = dialogFor(event);
      if (next === null || document.querySelector("[aria-modal=true]") !== null) return;
      event.preventDefault();
      setShown(next);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
  const close = () => {
    setShown(null);
  };
  return (
    <>
      <Button
        appearance="subtle"
        icon={<SearchRegular />}
        aria-label="Find a page or a guest"
        aria-keyshortcuts="Control+K Meta+K"
        title="Find a page or a guest (Ctrl+K)"
        onClick={() => {
          setShown("find");
        }}
      />
      {shown === "find" && <FindDialog onClose={close} />}
      {shown === "keys" && <KeysDialog onClose={close} />}
    </>
  );
}
