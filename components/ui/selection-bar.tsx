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

/** Selected rows that the list does not show: what is done to the selection is done to them, too. */
export interface HiddenRows {
  readonly count: number;
  /** Keeps only the rows selected that the list shows. */
  readonly unselect: () => void;
  /** Shows them, by clearing the filters; null where no filter hides them. */
  readonly show: (() => void) | null;
}

interface SelectionStatusProps {
  readonly count: number;
  readonly hidden?: HiddenRows;
  /** Shown while nothing is selected. */
  readonly hint?: string;
  readonly onClear: () => void;
}

/** How many rows are selected, how many of them are not shown, and the buttons that unselect them. */
export function SelectionStatus({ count, hidden, hint, onClear }: SelectionStatusProps) {
  const styles = useStyles();
  return (
    <>
      <Text size={200} className={styles.status} role="status">
        {count === 0
          ? hint
          : `${count.toLocaleString("en")} selected${hidden ? hiddenText(hidden) : ""}`}
      </Text>
      {count > 0 && hidden !== undefined && hidden.count > 0 && (
        <>
          {hidden.show !== null && (
            <Button size="small" appearance="subtle" onClick={hidden.show}>
              Clear the filters
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={hidden.unselect}>
            Unselect hidden
          </Button>
        </>
      )}
      {count > 0 && (
        <Button size="small" appearance="subtle" onClick={onClear}>
          Clear selection
        </Button>
      )}
    </>
  );
}

function hiddenText({ count, show }: HiddenRows): string {
  if (count === 0) return "";
  return `, ${count.toLocaleString("en")} of them ${show === null ? "not in this list" : "hidden by the filter"}`;
}
