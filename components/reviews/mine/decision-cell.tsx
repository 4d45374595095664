import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { DecisionBadge } from "../detail/item-columns";
import { decisionWord } from "../shared/item-words";
import { type Decided, type GivenAnswer, isNotAccepted } from "./answer";
import { answerWords } from "./words";

const useStyles = makeStyles({
  cell: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  state: { color: tokens.colorNeutralForeground2 },
  trouble: { color: tokens.colorStatusDangerForeground1 },
});

/** How an item stands for its reviewer, and how far the last answer is; the colour only repeats the word. */
export function DecisionCell(props: {
  readonly decided: Decided;
  readonly answer: GivenAnswer | undefined;
}) {
  const styles = useStyles();
  const { decided, answer } = props;
  return (
    <span className={styles.cell}>
      <DecisionBadge decision={decided} />
      {answer && (
        <Text
          size={200}
          className={mergeClasses(styles.state, isNotAccepted(answer.state) && styles.trouble)}
        >
          {isNotAccepted(answer.state) && `${decisionWord(answer.verdict)}: `}
          {answerWords(answer.state)}
        </Text>
      )}
    </span>
  );
}
