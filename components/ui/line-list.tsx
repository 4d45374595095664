"use client";

import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { Ref } from "react";
import { PersonName } from "./person-name";

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    maxHeight: "220px",
    // What scrolls by itself would be pressed to a slit where a dialog is too high for a phone.
    flexShrink: 0,
    overflowY: "auto",
    listStyleType: "none",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  low: { maxHeight: "112px" },
  line: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    // A long mail address must not reach beyond the box on a phone.
    overflowWrap: "anywhere",
    paddingTop: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalXXS,
  },
  detail: { color: tokens.colorNeutralForeground2 },
});

export interface Line {
  readonly id: string;
  readonly name: string | null;
  /** Tells people of the same name apart. */
  readonly mail?: string | null;
  readonly word?: string;
  readonly detail?: string | null;
}

interface LineListProps {
  readonly label: string;
  readonly lines: readonly Line[];
  /** Most lines that are drawn; the number of the others is shown. */
  readonly most: number;
  /** Lower, where a form follows that should be in view with it. */
  readonly low?: boolean;
  readonly ref?: Ref<HTMLUListElement>;
}

/** Named things a line each, in a box that scrolls. */
export function LineList({ label, lines, most, low = false, ref }: LineListProps) {
  const styles = useStyles();
  return (
    <ul
      ref={ref}
      aria-label={label}
      tabIndex={0}
      className={mergeClasses(styles.list, low && styles.low)}
    >
      {lines.slice(0, most).map(({ id, name, mail, word, detail }) => (
        <li key={id} className={styles.line}>
          <span>
            <PersonName name={name} fallback={id} />
            {mail != null && (
              <Text size={200} className={styles.detail}>
                {" "}
                <PersonName name={mail} />
              </Text>
            )}
          </span>
          <span>
            {word}
            {detail != null && (
              <Text size={200} className={styles.detail}>
                {" "}
                <PersonName name={detail} fallback="" />
              </Text>
            )}
          </span>
        </li>
      ))}
      {lines.length > most && <li>and {(lines.length - most).toLocaleString("en")} more</li>}
    </ul>
  );
}
