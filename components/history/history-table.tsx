"use client";

import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";
import { OutcomeBadge } from "./outcome-badge";
import { DECISION_WORD, EVIDENCE_MEANING, EVIDENCE_WORD } from "./words";

const NARROW = "@media (max-width: 760px)";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase300 },
  head: {
    textAlign: "start",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
    [NARROW]: {
      paddingLeft: tokens.spacingHorizontalXS,
      paddingRight: tokens.spacingHorizontalXS,
    },
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: "top",
    overflowWrap: "anywhere",
    lineHeight: tokens.lineHeightBase300,
    [NARROW]: {
      paddingLeft: tokens.spacingHorizontalXS,
      paddingRight: tokens.spacingHorizontalXS,
    },
  },
  // Not the darker tints: on those a link of the dark theme is too faint to read.
  row: { ":hover": { backgroundColor: tokens.colorNeutralBackground3 } },
  open: {
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  nowrap: { whiteSpace: "nowrap", [NARROW]: { whiteSpace: "normal" } },
  word: { overflowWrap: "normal" },
  outcome: { whiteSpace: "nowrap" },
  wide: { [NARROW]: { display: "none" } },
  guest: { minWidth: "8rem", [NARROW]: { minWidth: "5rem" } },
});

function Evidence({ row }: { readonly row: HistoryRow }) {
  if (row.kind === "policy-set" || row.outcome === null) return null;
  const { evidence } = row.outcome;
  return <span title={EVIDENCE_MEANING[evidence]}>{EVIDENCE_WORD[evidence]}</span>;
}

/** The entries, newest first; the guest or the setting of each opens the whole of it. */
export function HistoryTable(props: {
  readonly rows: readonly HistoryRow[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}) {
  const styles = useStyles();
  const wide = (...more: string[]) => mergeClasses(styles.cell, styles.wide, ...more);
  return (
    <table className={styles.table} aria-label="Entries, newest first">
      <thead>
        <tr>
          <th className={styles.head}>When</th>
          <th className={styles.head}>Guest</th>
          <th className={styles.head}>Decision</th>
          <th className={mergeClasses(styles.head, styles.wide)}>Who</th>
          <th className={mergeClasses(styles.head, styles.wide)}>Why</th>
          <th className={styles.head}>Outcome</th>
          <th className={mergeClasses(styles.head, styles.wide)}>Evidence</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr
            key={row.id}
            className={mergeClasses(styles.row, row.id === props.openId && styles.open)}
          >
            <td className={mergeClasses(styles.cell, styles.nowrap)}>
              <Moment at={row.recordedAt} />
            </td>
            <td className={mergeClasses(styles.cell, styles.guest)}>
              <Link
                as="button"
                onClick={() => {
                  props.onOpen(row.id);
                }}
              >
                {row.kind === "decided" ? (
                  <PersonName name={row.guest.displayName} fallback="Erased guest" />
                ) : (
                  "Settings of this tenant"
                )}
              </Link>
            </td>
            <td className={mergeClasses(styles.cell, styles.word)}>
              {DECISION_WORD[row.kind === "decided" ? row.decision : "policy-set"]}
              {row.kind === "decided" && row.undoes !== null && (
                <span className={styles.quiet}> (undo)</span>
              )}
            </td>
            <td className={wide()}>
              <PersonName name={row.actor.displayName} fallback={row.actor.id} />
            </td>
            <td className={wide(styles.quiet)}>
              <PersonName name={row.reason} />
            </td>
            <td className={mergeClasses(styles.cell, styles.outcome)}>
              <OutcomeBadge row={row} />
            </td>
            <td className={wide()}>
              <Evidence row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
