"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
  },
});

/** Commands side by side. */
export function Toolbar(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="toolbar" aria-label={props.label} className={useStyles().bar}>
      {props.children}
    </div>
  );
}
