"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import type { KeyboardEvent, ReactNode, Ref } from "react";
import { SidePanel } from "@/components/ui/side-panel";

const useStyles = makeStyles({
  aside: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minHeight: 0,
    overflowY: "auto",
    boxSizing: "border-box",
    paddingLeft: tokens.spacingHorizontalL,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  more: { flexGrow: 1, minHeight: "180px", overflowY: "auto", overflowWrap: "anywhere" },
});

interface ItemPaneProps {
  readonly ref: Ref<HTMLElement>;
  readonly title: ReactNode;
  /** Stays in view while what follows is scrolled. */
  readonly form: ReactNode;
  readonly children: ReactNode;
  /** On a narrow screen the item lies over the list, is opened and closed, and takes the keys of the list. */
  readonly drawer: {
    readonly open: boolean;
    readonly onClose: () => void;
    /** Whether the key meant something. */
    readonly onKey: (event: KeyboardEvent) => boolean;
  } | null;
  readonly onLeave: () => void;
}

/** Whether a letter is a part of a text there. */
const isWriting = (target: EventTarget) =>
  target instanceof Element && target.matches("textarea, input:not([type=checkbox])");

/** Where one item is shown: beside the list, or over it where there is no room. */
export function ItemPane({ ref, title, form, children, drawer, onLeave }: ItemPaneProps) {
  const styles = useStyles();
  if (drawer !== null) {
    return (
      <SidePanel
        open={drawer.open}
        label="Item"
        title={title}
        onClose={drawer.onClose}
        onKeyDown={(event) => {
          if (!isWriting(event.target) && drawer.onKey(event)) event.preventDefault();
        }}
      >
        <section ref={ref}>{form}</section>
        {children}
      </SidePanel>
    );
  }
  return (
    <aside
      ref={ref}
      aria-label="Item"
      className={styles.aside}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onLeave();
      }}
    >
      <h2 className={styles.title}>{title}</h2>
      {form}
      <div className={styles.more} tabIndex={0} role="region" aria-label="About this item">
        {children}
      </div>
    </aside>
  );
}
