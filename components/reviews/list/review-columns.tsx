import { dayOf } from "@/lib/domain/calendar";
import { Tooltip } from "@fluentui/react-components";
import type { GridColumn } from "@/components/grid/column";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { compareWithBenchmarks } from "@/lib/domain/reviews/benchmarks";
import type { Instant } from "@/lib/domain/time";
import {
  consequenceSentence,
  consequenceWords,
  recurrenceWords,
} from "@/lib/domain/reviews/settings-labels";
import { StatusBadge, statusText } from "@/components/entries/review-status-badge";
import { cisWord, BenchmarkBadge } from "@/components/entries/benchmark-badge";
import { decidedText } from "@/lib/domain/reviews/decided-count";
import { lastStarted, nextStartAt } from "@/lib/domain/reviews/instances";
import { phaseOf } from "@/lib/domain/reviews/review-status";
import { coveredSentence, coveredText } from "@/lib/domain/reviews/covered-label";
import type { ReviewRow } from "@/lib/queries/use-review-rows";

const isoDay = (at: Instant | null) => (at === null ? "" : dayOf(at));

const dayOrNone = (at: Instant | null, none: string) =>
  at === null ? none : <Moment at={at} as="date" />;

const notRead = ({ instances }: ReviewRow) => (instances === null ? "…" : "None");

const progressText = ({ progress }: ReviewRow) => decidedText(progress);

/** How many of all guests a review covers, with the share or the reason beside it. */
function coveredCell({ covered }: ReviewRow) {
  if (covered === null) return "…";
  return (
    <Tooltip content={coveredSentence(covered)} relationship="description">
      <span>{coveredText(covered)}</span>
    </Tooltip>
  );
}

/** What the list shows of a review, in the order in which it does. */
export const REVIEW_COLUMNS: readonly GridColumn<ReviewRow>[] = [
  {
    id: "name",
    label: "Name",
    width: 150,
    grow: 4,
    sortable: true,
    show: ({ review }) => <PersonName name={review.name} />,
    text: ({ review }) => review.name,
  },
  {
    id: "status",
    label: "Status",
    width: 120,
    sortable: true,
    show: ({ review: { status }, notApplied }) => <StatusBadge {...{ status, notApplied }} />,
    text: ({ review, notApplied }) => statusText(review.status, notApplied),
  },
  {
    id: "scope",
    label: "Scope",
    width: 100,
    grow: 1,
    show: ({ scope }) => <PersonName name={scope} />,
    text: ({ scope }) => scope,
  },
  {
    id: "guests",
    label: "Guests",
    width: 108,
    sortable: true,
    show: coveredCell,
    text: ({ covered }) => (covered === null ? "" : coveredText(covered)),
  },
  {
    id: "reviewers",
    label: "Reviewers",
    width: 110,
    show: ({ reviewers }) => <PersonName name={reviewers} />,
    text: ({ reviewers }) => reviewers,
  },
  {
    id: "recurrence",
    label: "Frequency",
    width: 90,
    show: ({ review }) => recurrenceWords(review.settings.recurrence),
    text: ({ review }) => recurrenceWords(review.settings.recurrence),
  },
  {
    id: "consequence",
    label: "Default",
    width: 128,
    show: ({ review }) => (
      <Tooltip content={consequenceSentence(review.settings)} relationship="description">
        <span>{consequenceWords(review.settings)}</span>
      </Tooltip>
    ),
    text: ({ review }) => consequenceWords(review.settings),
  },
  {
    id: "progress",
    label: "Decided",
    width: 84,
    sortable: true,
    show: progressText,
    text: progressText,
  },
  {
    id: "last",
    label: "Last began",
    width: 100,
    sortable: true,
    show: (row) => dayOrNone(lastStarted(row.instances)?.startsAt ?? null, notRead(row)),
    text: (row) => isoDay(lastStarted(row.instances)?.startsAt ?? null),
    isUtcDay: true,
  },
  {
    id: "next",
    label: "Next begins",
    width: 104,
    sortable: true,
    show: (row) => dayOrNone(nextStartAt(row.review, row.instances), notRead(row)),
    text: (row) => isoDay(nextStartAt(row.review, row.instances)),
    isUtcDay: true,
  },
  {
    id: "cis",
    label: "CIS 5.3.2",
    width: 78,
    // What is over cannot be made to meet it.
    show: ({ review }) =>
      phaseOf(review.status) === "over" ? null : (
        <BenchmarkBadge result={compareWithBenchmarks(review).cis} />
      ),
    text: ({ review }) => (phaseOf(review.status) === "over" ? "" : cisWord(review)),
  },
];
