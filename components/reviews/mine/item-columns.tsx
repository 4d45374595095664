import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { recommendationWord } from "@/components/entries/review-item-labels";
import type { GridColumn } from "@/components/grid/column";
import { isNotAccepted } from "@/components/inbox/answer";
import { answerProblem, answerWords } from "@/components/inbox/answer-labels";
import {
  LAST_SEEN_COLUMN,
  SPONSOR_COLUMN,
  STANDING_COLUMN,
} from "@/components/inbox/guest-columns";
import { PersonName } from "@/components/ui/person-name";
import type { ReviewItem, ReviewSettings } from "@/lib/domain/reviews/review";
import { DecisionBadge } from "../detail/item-columns";
import { whyInShort, whyRecommended } from "@/lib/domain/reviews/item-sentences";
import { type ItemRow, reviewInbox } from "./review-inbox";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  decision: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    "& > :first-child": { flexShrink: 0 },
  },
  state: { color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

/** How an item is decided, and how far the last answer is; the colour only repeats the word. */
function DecisionCell({ decision, answer }: Pick<ItemRow, "decision" | "answer">) {
  const styles = useStyles();
  const problem = answer === undefined ? null : answerProblem(answer.state, reviewInbox.place);
  return (
    <span className={styles.decision} {...(problem !== null && { title: problem })}>
      <DecisionBadge decision={decision ?? "NotReviewed"} />
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

function Recommended(props: {
  readonly item: ReviewItem;
  readonly settings: Pick<ReviewSettings, "lookBackDays">;
}) {
  const styles = useStyles();
  const { item, settings } = props;
  return (
    <span title={whyRecommended(item, settings)}>
      {recommendationWord(item.recommendation)}{" "}
      <Text size={200} className={styles.quiet}>
        {whyInShort(item)}
      </Text>
    </span>
  );
}

/** What a reviewer sees of each item, in the order in which it is shown. */
export function itemColumns(
  settings: Pick<ReviewSettings, "lookBackDays">,
): readonly GridColumn<ItemRow>[] {
  return [
    {
      id: "guest",
      label: "Guest",
      width: 120,
      grow: 2,
      sortable: true,
      show: ({ item: { principal } }) => (
        <PersonName name={principal.displayName ?? principal.userPrincipalName} />
      ),
    },
    {
      id: "access",
      label: "Access to",
      width: 120,
      grow: 1.5,
      sortable: true,
      show: ({ item: { resource } }) => (
        <PersonName
          name={resource?.displayName ?? null}
          fallback={resource?.id ?? "Not provided"}
        />
      ),
    },
    {
      id: "decision",
      label: "My decision",
      width: 150,
      sortable: true,
      show: (row) => <DecisionCell {...row} />,
    },
    STANDING_COLUMN,
    LAST_SEEN_COLUMN,
    {
      id: "recommendation",
      label: "Recommendation",
      width: 138,
      sortable: true,
      show: ({ item }) => <Recommended item={item} settings={settings} />,
    },
    SPONSOR_COLUMN,
  ];
}
