"use client";

import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { type ReactNode, useId, useState } from "react";
import { ONE_COLUMN } from "./one-column";

const useStyles = makeStyles({
  pane: {
    position: "sticky",
    top: tokens.spacingVerticalXL,
    boxSizing: "border-box",
    minWidth: 0,
    maxHeight: "calc(100dvh - 96px)",
    overflowY: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    [ONE_COLUMN]: { position: "static", maxHeight: "none" },
  },
  toggle: {
    display: "none",
    width: "100%",
    justifyContent: "space-between",
    textAlign: "left",
    [ONE_COLUMN]: { display: "flex" },
  },
  inner: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    [ONE_COLUMN]: { padding: tokens.spacingHorizontalM },
  },
  closed: { [ONE_COLUMN]: { display: "none" } },
});

/** What the forms mean, beside them; on a narrow screen above them and folded. */
export function SidePane(props: {
  readonly label: string;
  /** What is said of it while it is folded. */
  readonly brief: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <aside className={styles.pane} aria-label={props.label}>
      <Button
        className={styles.toggle}
        appearance="transparent"
        icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
        iconPosition="after"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {props.label}: {props.brief}
      </Button>
      <div id={id} className={mergeClasses(styles.inner, !open && styles.closed)}>
        {props.children}
      </div>
    </aside>
  );
}
