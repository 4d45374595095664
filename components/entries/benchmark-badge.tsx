import { Badge, type BadgeProps, Tooltip } from "@fluentui/react-components";
import type { Review } from "@/lib/domain/reviews/review";
import { type BenchmarkResult, compareWithBenchmarks } from "@/lib/domain/reviews/benchmarks";

const colorOf = (passes: boolean | null): NonNullable<BadgeProps["color"]> =>
  passes === null ? "informative" : passes ? "success" : "warning";

/** A result in a word. */
export const benchmarkLabel = ({ passes }: Pick<BenchmarkResult, "passes">): string =>
  passes === null ? "Unknown" : passes ? "Met" : "Not met";

/** What CIS 5.3.2 says of a review, in a word. */
export const cisWord = (review: Review): string =>
  benchmarkLabel(compareWithBenchmarks(review).cis);

/** A result; the colour only repeats the word, and the sentence says how many criteria are met. */
export function BenchmarkBadge(props: {
  readonly result: BenchmarkResult;
  readonly named?: boolean;
}) {
  const { result, named = false } = props;
  return (
    <Tooltip content={result.says} relationship="description">
      <Badge appearance="tint" color={colorOf(result.passes)} shape="rounded">
        {named
          ? `${result.standard}: ${benchmarkLabel(result).toLowerCase()}`
          : benchmarkLabel(result)}
      </Badge>
    </Tooltip>
  );
}
