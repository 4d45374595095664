import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkRegular, DismissRegular, QuestionRegular } from "@fluentui/react-icons";
import { statusWord } from "@/components/entries/review-status-labels";
import { PersonName } from "@/components/ui/person-name";
import type { BenchmarkResult, Criterion } from "@/lib/domain/reviews/benchmarks";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  item: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { display: "flex", alignItems: "center", fontSize: "16px" },
  meets: { color: tokens.colorStatusSuccessForeground1 },
  misses: { color: tokens.colorStatusDangerForeground3 },
  unknown: { color: tokens.colorNeutralForeground2 },
  value: { color: tokens.colorNeutralForeground2 },
});

/** Each criterion of a benchmark, whether the review meets it, and its value where it does not. */
export function BenchmarkCriteria({ result }: { readonly result: BenchmarkResult }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={result.standard}>
      {result.criteria.map((criterion) => (
        <li key={criterion.id} className={styles.item}>
          <Mark passes={criterion.passes} />
          <span>
            {criterion.asks}
            {criterion.passes !== true && (
              <span className={styles.value}>
                {": "}
                <PersonName name={valueOf(criterion)} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function valueOf({ id, value }: Criterion): string {
  return id === "status" ? statusWord(value) : value;
}

function Mark({ passes }: Pick<Criterion, "passes">) {
  const styles = useStyles();
  const { Icon, style, label } =
    passes === null
      ? { Icon: QuestionRegular, style: styles.unknown, label: "Unknown" }
      : passes
        ? { Icon: CheckmarkRegular, style: styles.meets, label: "Met" }
        : { Icon: DismissRegular, style: styles.misses, label: "Not met" };
  return (
    <span className={mergeClasses(styles.icon, style)} role="img" aria-label={label}>
      <Icon />
    </span>
  );
}
