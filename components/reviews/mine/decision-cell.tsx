import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { DecisionBadge } from "../detail/item-columns";
import { type Decided, type GivenAnswer, isNotAccepted } from "./answer";
import { answerWords, trouble } from "./answer-labels";

const useStyles = makeStyles({
  cell: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    "& > :first-child": { flexShrink: 0 },
  },
  state: { color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
  trouble: { color: tokens.colorStatusDangerForeground3 },
});

/** How an item stands for its reviewer, and how far the last answer is; the colour only repeats the word. */
export function DecisionCell(props: {
  readonly decided: Decided;
  readonly answer: GivenAnswer | undefined;
}) {
  const styles = useStyles();
  const { decided, answer } = props;
  const wrong = answer === undefined ? null : trouble(answer.state);
  return (
    <span className={styles.cell} {...(wrong !== null && { title: wrong })}>
      <DecisionBadge decision={decided} />
      {answer && (
        <Text
          size={200}
          className={mergeClasses(styles.state, isNotAccepted(answer.state) && styles.trouble)}
        >
          {answerWords(answer.state)}
        </Text>
      )}
    </span>
  );
}
