"use client";

import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "32px",
    flexShrink: 0,
  },
  status: { color: tokens.colorNeutralForeground2 },
});

interface SelectionBarProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** The toolbar of what can be done with selected rows. */
export function SelectionBar({ label, children }: SelectionBarProps) {
  const styles = useStyles();
  return (
    <div role="toolbar" aria-label={label} className={styles.bar}>
      {children}
    </div>
  );
}

interface SelectionStatusProps {
  readonly count: number;
  /** Shown while nothing is selected. */
  readonly hint?: string;
  readonly onClear: () => void;
}

/** How many rows are selected, and the button that unselects them. */
export function SelectionStatus({ count, hint, onClear }: SelectionStatusProps) {
  const styles = useStyles();
  return (
    <>
      <Text size={200} className={styles.status} role="status">
        {count === 0 ? hint : `${count.toLocaleString("en")} selected`}
      </Text>
      {count > 0 && (
        <Button size="small" appearance="subtle" onClick={onClear}>
          Clear selection
        </Button>
      )}
    </>
  );
}
