"use client";

import { numberText } from "@/lib/domain/number-text";
import { makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import type { CoverageReading } from "@/lib/queries/coverage";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, flexShrink: 0 },
});

const PHASES = {
  groups: "Reading the groups",
  guests: "Reading who of the guests is in each group",
  owners: "Reading the owners of groups with guests",
} as const;

interface CoverageProgressProps {
  readonly groups: CoverageReading["progress"];
  readonly reach: { readonly done: number; readonly of: number } | null;
}

/** How far the reading behind the map is: groups first, then applications and directory roles. */
export function CoverageProgress({ groups, reach }: CoverageProgressProps) {
  const styles = useStyles();
  const { words, done, of } =
    reach !== null
      ? { words: "Reading who reaches applications and directory roles", ...reach }
      : groups !== null
        ? { words: PHASES[groups.phase], done: groups.done, of: groups.of }
        : { words: "Reading the reviews and the groups", done: 0, of: null };
  const counts =
    of === null
      ? done > 0
        ? `: ${numberText(done)}`
        : ""
      : `: ${numberText(done)} of ${numberText(of)}`;
  return (
    <div className={styles.box}>
      <ProgressBar {...(of !== null && { value: done, max: Math.max(1, of) })} aria-label={words} />
      <Text size={200}>{`${words}${counts}.`}</Text>
    </div>
  );
}
