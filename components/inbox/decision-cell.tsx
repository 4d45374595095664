import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { PersonName } from "@/components/ui/person-name";
import { isNotAccepted, type Item, type QueuedAnswer } from "./answer";
import { answerProblem, answerWords } from "./answer-labels";

const useStyles = makeStyles({
  decision: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    "& > :first-child": { flexShrink: 0 },
  },
  state: { color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

interface DecisionCellProps {
  readonly answer: QueuedAnswer<Item, string> | undefined;
  /** Who decided; null where there is nothing to say. */
  readonly decider: string | null;
  /** Where answers end up: "the review". */
  readonly place: string;
  /** The decision itself. */
  readonly children: ReactNode;
}

/** How an item is decided and by whom, or how far the last answer given here is. */
export function DecisionCell({ answer, decider, place, children }: DecisionCellProps) {
  const styles = useStyles();
  const problem = answer === undefined ? null : answerProblem(answer.state, place);
  return (
    <span className={styles.decision} {...(problem !== null && { title: problem })}>
      {children}
      {decider !== null && (
        <Text size={200} className={styles.state}>
          by <PersonName name={decider} />
        </Text>
      )}
      {answer && (
        <Text
          size={200}
          className={mergeClasses(styles.state, isNotAccepted(answer.state) && styles.problem)}
        >
          {answerWords(answer.state)}
        </Text>
      )}
    </span>
  );
}
