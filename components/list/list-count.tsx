"use client";

import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { numberText } from "@/lib/domain/number-text";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    flexShrink: 0,
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  words: { color: tokens.colorNeutralForeground2, marginRight: "auto" },
});

interface ListCountProps {
  readonly shown: number;
  readonly of: number;
  readonly noun: readonly [one: string, many: string];
  readonly hint?: string;
  /** What can be done with the rows shown. */
  readonly children?: ReactNode;
}

/** How many rows of how many are shown, and beside it what can be done with them. */
export function ListCount({ shown, of, noun: [one, many], hint, children }: ListCountProps) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <Text size={200} className={styles.words} role="status">
        {`${numberText(shown)} of ${numberText(of)} ${of === 1 ? one : many}.`}
        {hint !== undefined && ` ${hint}`}
      </Text>
      {children}
    </div>
  );
}
