import { makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, flexShrink: 0 },
  text: { color: tokens.colorNeutralForeground2 },
});

interface ProgressLineProps {
  /** What is being read. */
  readonly label: string;
  readonly done: number;
  /** Null while nobody knows how much there is. */
  readonly of: number | null;
}

/** How far a long reading is: a bar where the end is known, and the counts in words. */
export function ProgressLine({ label, done, of }: ProgressLineProps) {
  const styles = useStyles();
  const count = done.toLocaleString("en");
  const counts =
    of === null ? (done > 0 ? `: ${count}` : "") : `: ${count} of ${of.toLocaleString("en")}`;
  return (
    <div role="status" className={styles.box}>
      <ProgressBar aria-label={label} {...(of !== null && { value: done, max: Math.max(1, of) })} />
      <Text size={200} className={styles.text}>{`${label}${counts}.`}</Text>
    </div>
  );
}
