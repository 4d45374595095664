import { dayOf } from "@/lib/domain/calendar";
import { DecisionBadge } from "@/components/entries/decision-badge";
import type { GridColumn } from "@/components/grid/column";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import {
  applyResultWord,
  deciderText,
  decisionWord,
  recommendationWord,
} from "@/components/entries/review-item-labels";

const isoDay = (at: number | null | undefined) =>
  at === null || at === undefined ? "" : dayOf(at);

/** The sign-in that a recommendation rests on; where the service says nothing it is not called never. */
export function LastSignIn({ item }: { readonly item: Pick<ReviewItem, "lastSignIn"> }) {
  const { lastSignIn } = item;
  if (lastSignIn === undefined) return "Not reported by Entra";
  return lastSignIn === null ? "Never" : <Moment at={lastSignIn} />;
}

function lastSignInText({ lastSignIn }: ReviewItem): string {
  if (lastSignIn === undefined) return "Not reported by Entra";
  return lastSignIn === null ? "Never" : isoDay(lastSignIn);
}

/** What the grid shows of an item, in the order in which it does. */
export const ITEM_COLUMNS: readonly GridColumn<ReviewItem>[] = [
  {
    id: "guest",
    label: "Guest",
    width: 150,
    grow: 2,
    sortable: true,
    show: ({ principal }) => <PersonName name={principal.displayName} fallback={principal.id} />,
    text: ({ principal }) => principal.displayName ?? "",
  },
  {
    id: "resource",
    label: "Access to",
    width: 130,
    grow: 1.5,
    sortable: true,
    show: ({ resource }) => (
      <PersonName name={resource?.displayName ?? null} fallback={resource?.id ?? "Not provided"} />
    ),
    text: ({ resource }) => resource?.displayName ?? "",
  },
  {
    id: "decision",
    label: "Decision",
    width: 110,
    sortable: true,
    show: ({ decision }) => <DecisionBadge decision={decision} />,
    text: ({ decision }) => decisionWord(decision),
  },
  {
    id: "recommendation",
    label: "Recommended",
    width: 125,
    sortable: true,
    show: ({ recommendation }) => recommendationWord(recommendation),
    text: ({ recommendation }) => recommendationWord(recommendation),
  },
  {
    id: "last-sign-in",
    label: "Last sign-in",
    width: 115,
    sortable: true,
    show: (item) => <LastSignIn item={item} />,
    text: lastSignInText,
  },
  {
    id: "reviewer",
    label: "Decided by",
    width: 120,
    sortable: true,
    show: (item) => <PersonName name={deciderText(item)} />,
    text: deciderText,
  },
  {
    id: "reviewed",
    label: "Decided",
    width: 105,
    sortable: true,
    show: ({ reviewedAt }) => (reviewedAt === null ? "" : <Moment at={reviewedAt} />),
    text: ({ reviewedAt }) => isoDay(reviewedAt),
  },
  {
    id: "justification",
    label: "Justification",
    width: 150,
    grow: 1.5,
    show: ({ justification }) => <PersonName name={justification} fallback="" />,
    text: ({ justification }) => justification ?? "",
  },
  {
    id: "applied",
    label: "Applied",
    width: 125,
    sortable: true,
    show: ({ applyResult }) => applyResultWord(applyResult),
    text: ({ applyResult }) => applyResultWord(applyResult),
  },
];
