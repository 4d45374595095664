import type { ReviewStatus } from "@/lib/domain/reviews/review-status";
import { Badge, type BadgeProps, Tooltip } from "@fluentui/react-components";
import { statusMeaning, statusWord } from "@/components/entries/review-status-labels";

type Color = NonNullable<BadgeProps["color"]>;

function colorOf(status: ReviewStatus): Color {
  switch (status) {
    case "InProgress":
      return "brand";
    case "Applying":
      return "severe";
    case "Applied":
      return "success";
    case "Completed":
    case "AutoReviewed":
      return "warning";
    default:
      return "informative";
  }
}

/** Where a review or an instance of it is; the colour only repeats the word. */
export function StatusBadge({ status }: { readonly status: ReviewStatus }) {
  return (
    <Tooltip content={statusMeaning(status)} relationship="description">
      <Badge appearance="tint" color={colorOf(status)} shape="rounded">
        {statusWord(status)}
      </Badge>
    </Tooltip>
  );
}
