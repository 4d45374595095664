import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { GridColumn } from "@/components/grid/column";
import { StandingBadge } from "@/components/directory/standing-badge";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { ReviewItem, ReviewSettings } from "@/lib/domain/reviews/review";
import type { GuestRow } from "@/lib/inventory/inventory";
import { recommendationWord } from "@/components/entries/review-item-labels";
import type { Decided, GivenAnswer } from "./answer";
import { DecisionCell } from "./decision-cell";
import { whyInShort, whyRecommended } from "./answer-labels";

/** One line of the list: the item, what was answered here, and what the list of guests knows. */
export interface ItemRow {
  readonly item: ReviewItem;
  readonly answer: GivenAnswer | undefined;
  readonly decided: Decided;
  /** Null: not in the list of guests. Undefined: not known yet. */
  readonly known: GuestRow | null | undefined;
}

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** Says in a cell that nothing is known; why is said beside the item. */
function NotKnown({ known }: Pick<ItemRow, "known">) {
  const styles = useStyles();
  return <Text className={styles.quiet}>{known === undefined ? "…" : "Not known"}</Text>;
}

function LastSeen({ known }: { readonly known: GuestRow }) {
  const { lastSeen } = known.guest;
  switch (lastSeen.kind) {
    case "at":
      return <Moment at={lastSeen.at} />;
    case "never":
      return "Never";
    case "unread":
      return "Not read yet";
    case "unreadable":
      return "Unreadable";
  }
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
        <PersonName name={resource?.displayName ?? null} fallback={resource?.id ?? "Not said"} />
      ),
    },
    {
      id: "decision",
      label: "My decision",
      width: 150,
      sortable: true,
      show: ({ decided, answer }) => <DecisionCell decided={decided} answer={answer} />,
    },
    {
      id: "standing",
      label: "Standing",
      width: 122,
      sortable: true,
      show: ({ known }) =>
        known ? (
          <span title={known.explanation}>
            <StandingBadge standing={known.standing.kind} />
          </span>
        ) : (
          <NotKnown known={known} />
        ),
    },
    {
      id: "last-seen",
      label: "Last successful sign-in",
      width: 166,
      sortable: true,
      show: ({ known }) => (known ? <LastSeen known={known} /> : <NotKnown known={known} />),
    },
    {
      id: "recommendation",
      label: "Recommendation",
      width: 138,
      sortable: true,
      show: ({ item }) => <Recommended item={item} settings={settings} />,
    },
    {
      id: "sponsor",
      label: "Sponsor",
      width: 92,
      sortable: true,
      show: ({ known }) =>
        known ? (
          known.guest.sponsors.length === 0 ? (
            "None"
          ) : (
            <PersonName
              name={known.guest.sponsors.map(({ displayName, id }) => displayName ?? id).join("; ")}
            />
          )
        ) : (
          <NotKnown known={known} />
        ),
    },
  ];
}
