import { Badge, type BadgeProps, Tooltip } from "@fluentui/react-components";
import type { Review } from "@/lib/domain/reviews/review";
import { type Verdict, verdicts } from "@/lib/domain/reviews/verdicts";

const colorOf = (passes: boolean | null): NonNullable<BadgeProps["color"]> =>
  passes === null ? "informative" : passes ? "success" : "warning";

/** A verdict in a word. */
export const verdictWord = ({ passes }: Pick<Verdict, "passes">): string =>
  passes === null ? "Unknown" : passes ? "Met" : "Not met";

/** What CIS 5.3.2 says of a review, in a word. */
export const cisWord = (review: Review): string => verdictWord(verdicts(review).cis);

/** A verdict; the colour only repeats the word, and the sentence says how many criteria are met. */
export function VerdictBadge(props: { readonly verdict: Verdict; readonly named?: boolean }) {
  const { verdict, named = false } = props;
  return (
    <Tooltip content={verdict.says} relationship="description">
      <Badge appearance="tint" color={colorOf(verdict.passes)} shape="rounded">
        {named
          ? `${verdict.standard}: ${verdictWord(verdict).toLowerCase()}`
          : verdictWord(verdict)}
      </Badge>
    </Tooltip>
  );
}
