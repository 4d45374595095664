"use client";

import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { failureLabel } from "@/components/directory/failure-labels";
import { useCatchAllGroup } from "@/lib/queries/catch-all";
import { readingProblem } from "@/lib/queries/reading-problem";
import { TextLink } from "@/components/ui/text-link";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
});

/** A group that was just made is in the history before the directory shows it. */
const isTooNew = (error: Error) => readingProblem(error)?.kind === "not-found";

/** Offers the group of the guests that no other review covers, or to make it; says nothing until it is known. */
export function CatchAllChoice(props: {
  readonly chosen: readonly string[];
  readonly onChoose: (groupId: string) => void;
}) {
  const styles = useStyles();
  const { data: group, error, isSuccess, isFetching, refetch } = useCatchAllGroup();
  if (error !== null) {
    return (
      <div className={styles.box}>
        <Text size={200}>
          {isTooNew(error)
            ? "The catch-all group was just created, and the directory doesn't show it yet. Try again in a few minutes."
            : `Whether there is a catch-all group isn't known. ${failureLabel(error)}.`}
        </Text>
        <Button size="small" disabledFocusable={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
      </div>
    );
  }
  if (!isSuccess || (group !== null && props.chosen.includes(group.groupId))) return null;
  return (
    <div className={styles.box}>
      {group === null ? (
        <Text size={200}>
          A review can&apos;t include guests who are in no group. Create a catch-all group for them
          in <TextLink href="/reviews/coverage">the coverage map</TextLink>.
        </Text>
      ) : (
        <Button
          size="small"
          onClick={() => {
            props.onChoose(group.groupId);
          }}
        >
          Choose the catch-all group
        </Button>
      )}
    </div>
  );
}
