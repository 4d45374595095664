import type { ResultCounts } from "@/lib/domain/reviews/access-results";
import { counted, numberText } from "@/lib/domain/number-text";
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

function meaningOf(
  status: ReviewStatus,
  counts: ResultCounts | undefined,
  notApplied: number,
): string {
  const left = counts?.left ?? notApplied;
  if (status !== "Applied" || left === 0) return statusMeaning(status);
  if (counts === undefined) {
    return `${statusMeaning(status)} It could not apply ${counted(left, "denial", "denials")}: open the review to see whose.`;
  }
  return `${statusMeaning(status)} ${counted(left, "denied guest still has", "denied guests still have")} access.`;
}

/** A status in words: of what was applied, how much was not, where that is known. */
export function statusText(status: ReviewStatus, notApplied: number): string {
  return status === "Applied" && notApplied > 0
    ? `${statusWord(status)}, ${numberText(notApplied)} not`
    : statusWord(status);
}

/** Where a review or an instance of it is; the colour only repeats the words. */
export function StatusBadge(props: {
  readonly status: ReviewStatus;
  /** What became of the denied, where that was looked at. */
  readonly counts?: ResultCounts;
  /** Denials that Entra says it could not apply, where nobody looked. */
  readonly notApplied?: number;
}) {
  const { status, counts, notApplied = 0 } = props;
  const left = counts?.left ?? notApplied;
  const color =
    counts === undefined && status === "Applied" && notApplied > 0
      ? "warning"
      : colorOf(status, counts);
  return (
    <Tooltip content={meaningOf(status, counts, notApplied)} relationship="description">
      <Badge appearance="tint" color={color} shape="rounded">
        {statusText(status, left)}
      </Badge>
    </Tooltip>
  );
}
