"use client";

import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CATCH_ALL_NAME } from "@/lib/domain/reviews/catch-all";
import { useGroups } from "@/lib/queries/groups";
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

/** Offers the group of the guests that no other review covers, or to make it. */
export function CatchAllChoice(props: {
  readonly chosen: readonly string[];
  readonly onChoose: (groupId: string) => void;
}) {
  const styles = useStyles();
  const groups = useGroups();
  const group = groups.data?.find(({ displayName }) => displayName === CATCH_ALL_NAME);
  if (group !== undefined && props.chosen.includes(group.id)) return null;
  return (
    <div className={styles.box}>
      {group === undefined ? (
        <Text size={200}>
          A review can&apos;t include guests who are in no group. Create a catch-all group for them
          in <TextLink href="/reviews/coverage">the coverage map</TextLink>.
        </Text>
      ) : (
        <Button
          size="small"
          onClick={() => {
            props.onChoose(group.id);
          }}
        >
          Choose the catch-all group
        </Button>
      )}
    </div>
  );
}
