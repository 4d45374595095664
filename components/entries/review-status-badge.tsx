import type { ResultCounts } from "@/lib/domain/reviews/access-results";
import { counted } from "@/lib/domain/number-text";
import type { ReviewStatus } from "@/lib/domain/reviews/review-status";
import { Badge, type BadgeProps, Tooltip } from "@fluentui/react-components";
import { statusMeaning, statusWord } from "@/components/entries/review-status-labels";

type Color = NonNullable<BadgeProps["color"]>;

/** Entra calls applied what it tried to apply: it is green only where somebody looked, and nothing is left. */
function appliedColor({ left, unread }: ResultCounts): Color {
  return left > 0 ? "warning" : unread > 0 ? "informative" : "success";
}

function colorOf(status: ReviewStatus, counts: ResultCounts | undefined): Color {
  switch (status) {
    case "InProgress":
      return "brand";
    case "Applying":
      return "severe";
    case "Applied":
      return counts === undefined ? "informative" : appliedColor(counts);
    case "Completed":
    case "AutoReviewed":
      return "warning";
    default:
      return "informative";
  }
}

function meaningOf(status: ReviewStatus, { left }: Pick<ResultCounts, "left">): string {
  if (status !== "Applied" || left === 0) return statusMeaning(status);
  return `${statusMeaning(status)} ${counted(left, "denied guest still has", "denied guests still have")} access.`;
}

/** Where a review or an instance of it is; the colour only repeats the words. */
export function StatusBadge(props: {
  readonly status: ReviewStatus;
  /** What became of the denied, where that was looked at. */
  readonly counts?: ResultCounts;
}) {
  const { status, counts } = props;
  return (
    <Tooltip content={meaningOf(status, counts ?? { left: 0 })} relationship="description">
      <Badge appearance="tint" color={colorOf(status, counts)} shape="rounded">
        {statusWord(status)}
      </Badge>
    </Tooltip>
  );
}
