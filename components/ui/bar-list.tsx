"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Fragment, useId } from "react";
import { PageLink } from "./page-link";

const useStyles = makeStyles({
  figure: {
    margin: 0,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(6.5rem, 42%) minmax(0, 1fr) minmax(2.5rem, max-content)",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "center",
    minHeight: "28px",
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
  },
  link: {
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      textDecorationLine: "underline",
    },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
  },
  label: { overflowWrap: "anywhere", fontSize: tokens.fontSizeBase200 },
  track: { display: "flex", height: "14px" },
  bar: { minWidth: "2px", backgroundColor: tokens.colorBrandBackground },
  part: { minWidth: "2px", backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  count: {
    textAlign: "end",
    fontVariantNumeric: "tabular-nums",
    fontSize: tokens.fontSizeBase200,
  },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** One bar. */
export interface BarRow {
  readonly label: string;
  readonly count: number;
  /** What is counted, in words: "246 guests". */
  readonly countText: string;
  /** How many of them are of the kind that the hint names. */
  readonly part?: { readonly count: number; readonly text: string };
  /** The list of those it counts. */
  readonly href: string;
}

interface BarListProps {
  readonly title: string;
  readonly hint: string;
  readonly rows: readonly BarRow[];
}

/** Counts as bars, each a link to the list of what it counts; a bar of nothing leads nowhere. */
export function BarList({ title, hint, rows }: BarListProps) {
  const styles = useStyles();
  const id = useId();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      <p className={styles.hint}>{hint}</p>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.label}>
            {row.count === 0 ? (
              <div className={styles.row}>
                <Bar row={row} most={most} />
              </div>
            ) : (
              <PageLink href={row.href} className={mergeClasses(styles.row, styles.link)}>
                <Bar row={row} most={most} />
              </PageLink>
            )}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Bar({ row, most }: { readonly row: BarRow; readonly most: number }) {
  const styles = useStyles();
  const { count, part } = row;
  const width = (of: number) => ({ width: `${(of / most) * 100}%` });
  const rest = count - (part?.count ?? 0);
  return (
    <>
      <span className={styles.label}>{breakable(row.label)}</span>
      <span className={styles.track} aria-hidden="true">
        {part !== undefined && part.count > 0 && (
          <span className={styles.part} style={width(part.count)} />
        )}
        {rest > 0 && <span className={styles.bar} style={width(rest)} />}
      </span>
      <span className={styles.count}>
        {row.countText}
        {part !== undefined && <span className={styles.detail}> {part.text}</span>}
      </span>
    </>
  );
}

/** A label that breaks after a dot of a domain, before it breaks inside a word. */
const breakable = (label: string) =>
  label.split(/(?<=\.)/).map((part, place) => (
    <Fragment key={place}>
      {part}
      <wbr />
    </Fragment>
  ));
