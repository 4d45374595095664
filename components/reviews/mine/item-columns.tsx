import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { DecisionBadge } from "@/components/entries/decision-badge";
import { deciderText, recommendationWord } from "@/components/entries/review-item-labels";
import type { GridColumn } from "@/components/grid/column";
import { DecisionCell } from "@/components/inbox/decision-cell";
import {
  LAST_SEEN_COLUMN,
  SPONSOR_COLUMN,
  STANDING_COLUMN,
} from "@/components/inbox/guest-columns";
import { PersonName } from "@/components/ui/person-name";
import type { ReviewItem, ReviewSettings } from "@/lib/domain/reviews/review";
import { whyInShort, whyRecommended } from "@/lib/domain/reviews/item-sentences";
import { useServices } from "@/lib/services/services";
import { type ItemRow, reviewInbox } from "./review-inbox";

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** Who decided; null where no person has, or where this tab's own answer says it. */
function useDecider({ item, decision, answer }: ItemRow): string | null {
  const { userId } = useServices().me;
  if (answer !== undefined || decision === null || item.reviewedBy === null) return null;
  return item.reviewedBy.id === userId ? "you" : deciderText(item);
}

function Decision(row: ItemRow) {
  return (
    <DecisionCell answer={row.answer} decider={useDecider(row)} place={reviewInbox.place}>
      <DecisionBadge decision={row.decision ?? "NotReviewed"} />
    </DecisionCell>
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
      width: 150,
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
      label: "Decision",
      width: 190,
      grow: 1.5,
      sortable: true,
      show: (row) => <Decision {...row} />,
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
