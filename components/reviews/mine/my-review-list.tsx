"use client";

import { dayOf, dayText } from "@/lib/domain/calendar";
import { counted, numberText } from "@/lib/domain/number-text";
import { repeats } from "@/lib/domain/reviews/unrecorded-instances";
import type { Instant } from "@/lib/domain/time";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { ReadingOrFailure } from "@/components/directory/reading-or-failure";
import { EmptyState } from "@/components/ui/empty-state";
import { PersonName } from "@/components/ui/person-name";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import type { MyProgress } from "@/lib/domain/reviews/progress";
import { scopesOf } from "@/lib/operations/requirements";
import { itemsByInstance, resourceOf } from "@/lib/domain/reviews/item-facts";
import { useMyItems, type useMyReviews } from "@/lib/queries/my-reviews";
import { phaseOf } from "@/lib/domain/reviews/review-status";
import { InstanceSummary } from "./instance-summary";
import { myProgress, useReviewAnswers } from "./review-inbox";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  card: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  words: { flex: "1 1 24rem", minWidth: 0 },
  title: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  more: { alignSelf: "center", flexShrink: 0 },
  resource: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

type Mine = NonNullable<ReturnType<typeof useMyReviews>["data"]>;

interface RunningInstance {
  readonly review: Review;
  readonly instance: ReviewInstance;
}

interface InstanceToShow extends RunningInstance {
  readonly items: readonly ReviewItem[];
  /** Null where not all items are read. */
  readonly progress: MyProgress | null;
}

/** Whether nothing is left to decide in it; false while that is not known. */
const isFinished = ({ progress }: InstanceToShow) =>
  progress !== null && progress.total > 0 && progress.decided === progress.total;

/** What an instance is called: its review and what it is about. */
const titleOf = ({ review, items }: InstanceToShow) =>
  [review.name, resourceOf(items) ?? []].flat().join(", ");

/** Tells instances of one name apart. */
const beganWords = (at: Instant) => `, began ${dayText(dayOf(at))}`;

/** The running instances, those that end first before the others. */
function underWay(mine: Mine): readonly RunningInstance[] {
  return mine
    .flatMap(({ review, instances }) => instances.map((instance) => ({ review, instance })))
    .filter(({ instance }) => phaseOf(instance.status) === "running")
    .sort((one, other) => (one.instance.endsAt ?? Infinity) - (other.instance.endsAt ?? Infinity));
}

/** How many are drawn at first, and how many more on request: a review of every group can have 500 instances. */
const SHOWN = 50;

const NONE: readonly ReviewItem[] = [];

interface MyReviewListProps {
  readonly mine: Mine;
  readonly onDecide: (running: RunningInstance) => void;
}

/** What the signed-in person is to decide now: until when, how far they are, and what happens to the undecided. */
export function MyReviewList({ mine, onDecide }: MyReviewListProps) {
  const styles = useStyles();
  const read = useMyItems();
  const { view } = useReviewAnswers();
  const running = useMemo(() => underWay(mine), [mine]);
  const itemsOf = useMemo(() => itemsByInstance(read.data?.items ?? NONE), [read.data]);
  const isRead = read.data?.complete === true;
  const toShow = useMemo(() => {
    const all = running.map((each): InstanceToShow => {
      const items = itemsOf.get(each.instance.id) ?? NONE;
      const { settings } = each.review;
      const progress = isRead ? myProgress(items, view.answers, settings) : null;
      return { ...each, items, progress };
    });
    return [...all.filter((each) => !isFinished(each)), ...all.filter(isFinished)];
  }, [running, itemsOf, isRead, view.answers]);
  const [shown, setShown] = useState(SHOWN);
  const left = running.length - shown;
  const undecided = isRead
    ? toShow.filter((each) => !isFinished(each) && each.items.length > 0)
    : null;
  const isRepeated = repeats(toShow.map(titleOf));
  if (running.length === 0) {
    return (
      <EmptyState icon={<CheckmarkCircleRegular />} title="No reviews to decide">
        Reviews that name you as a reviewer appear here when they begin, and stay until they end.
        Only reviewers can decide: administrators cannot decide for them.
      </EmptyState>
    );
  }
  return (
    <>
      {!isRead && (
        <ReadingOrFailure
          query={read}
          label="Counting decisions"
          what="your items"
          notDone="How much is decided isn't known."
          scopes={scopesOf("answer-item")}
        />
      )}
      {undecided !== null && (
        <Text weight="semibold" role="status">
          {undecided.length === 0
            ? "You have decided everything. You can change it until a review ends."
            : `${counted(undecided.length, "review")} to decide`}
        </Text>
      )}
      <ul aria-label="Reviews to decide" className={styles.list}>
        {toShow.slice(0, shown).map((each) => {
          const { review, instance, items, progress } = each;
          const verb = isFinished(each) ? "Open" : "Decide";
          const resource = resourceOf(items);
          const began = isRepeated(titleOf(each)) ? instance.startsAt : null;
          return (
            <li key={instance.id} className={styles.card}>
              <div className={styles.words}>
                <h2 className={styles.title}>
                  <PersonName name={review.name} />
                  {resource !== null && (
                    <span className={styles.resource}>
                      {" / "}
                      <PersonName name={resource} />
                    </span>
                  )}
                  {began !== null && <span className={styles.resource}>{beganWords(began)}</span>}
                </h2>
                <InstanceSummary {...{ review, instance, progress }} isReading={read.isFetching} />
              </div>
              <Button
                appearance={verb === "Decide" ? "primary" : "secondary"}
                aria-label={`${verb}: ${titleOf(each)}${began === null ? "" : beganWords(began)}`}
                onClick={() => {
                  onDecide({ review, instance });
                }}
              >
                {verb}
              </Button>
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <Button
          className={styles.more}
          onClick={() => {
            setShown(shown + SHOWN);
          }}
        >
          {`Show ${Math.min(SHOWN, left)} more of ${numberText(running.length)}`}
        </Button>
      )}
    </>
  );
}
