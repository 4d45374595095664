"use client";

import { numberText } from "@/lib/domain/number-text";
import { makeStyles, tokens } from "@fluentui/react-components";
import { StatCard } from "@/components/ui/stat-card";
import type { Coverage } from "@/lib/domain/reviews/coverage";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(150px, 1fr))",
    gap: tokens.spacingHorizontalM,
    flexShrink: 0,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    // Cards of a row are of one height, however many lines their words take.
    "& > li": { display: "grid" },
  },
});

const share = (part: number, of: number) => `${of === 0 ? 0 : Math.floor((100 * part) / of)}%`;

/** The map in numbers; each leads to the guests behind it. */
export function CoverageStats({
  counts,
  unreachable,
  everybody,
  partial,
}: {
  readonly counts: Coverage["counts"];
  /** Who is not reviewable, as far as it was read who reaches applications and roles. */
  readonly unreachable: number | "…" | "Unknown";
  /** Whether the list has all guests. */
  readonly everybody: boolean;
  /** Whether there may be reviews that this person does not see. */
  readonly partial: boolean;
}) {
  const styles = useStyles();
  const { guests, covered, ifInactive, planned, none } = counts;
  return (
    <ul className={styles.list}>
      <li>
        <StatCard
          href="/reviews/coverage?state=covered"
          label="Covered"
          value={numberText(covered)}
          detail={`${share(covered, guests)} of ${numberText(guests)} guests${everybody ? "" : " so far"}`}
        />
      </li>
      <li>
        <StatCard
          href="/reviews/coverage?state=if-inactive"
          label="Only when inactive"
          value={numberText(ifInactive)}
          detail="covered only while they are inactive"
        />
      </li>
      {planned > 0 && (
        <li>
          <StatCard
            href="/reviews/coverage?state=planned"
            label="Review not started"
            value={numberText(planned)}
            detail="covered once it starts"
          />
        </li>
      )}
      <li>
        <StatCard
          href="/reviews/coverage?state=none"
          label="Not covered"
          value={numberText(none)}
          detail={partial ? "no review that you see covers them" : "no review covers them"}
        />
      </li>
      <li>
        <StatCard
          href="/reviews/coverage?state=unreachable"
          label="Not reviewable"
          value={typeof unreachable === "number" ? numberText(unreachable) : unreachable}
          detail={`of the ${numberText(none)}: in no group, application or role`}
        />
      </li>
    </ul>
  );
}
