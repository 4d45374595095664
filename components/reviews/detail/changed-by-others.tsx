"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { type Line, LineList } from "@/components/ui/line-list";
import { Notice } from "@/components/ui/notice";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    flexShrink: 0,
  },
});

/** What somebody else changed of a review while it was being changed here. It is read before the change is sent. */
export function ChangedByOthers({ lines }: { readonly lines: readonly Line[] }) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div ref={box} role="group" aria-label="Changed meanwhile" tabIndex={-1} className={styles.box}>
      <Notice intent="info" title="Somebody else has changed this review">
        What they changed stays, unless you change it here.
      </Notice>
      {lines.length > 0 && <LineList label="What somebody else changed" most={20} lines={lines} />}
    </div>
  );
}
