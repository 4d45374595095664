"use client";

import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { type ReactNode, useId, useState } from "react";

/** Below this width the side pane stands above the form instead of beside it. */
export const ONE_COLUMN = "@media (max-width: 1080px)";

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
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

/** What the form means, beside it; on a narrow screen above it and collapsed. */
export function SidePane(props: {
  readonly label: string;
  /** Stands behind the label while the pane is collapsed. */
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

/** One part of a side pane. */
export function SideSection(props: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
