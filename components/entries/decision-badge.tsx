import { Badge, type BadgeProps } from "@fluentui/react-components";
import { decisionWord } from "./review-item-labels";

const COLOR = new Map<string, NonNullable<BadgeProps["color"]>>([
  ["Approve", "success"],
  ["Deny", "danger"],
  ["DontKnow", "warning"],
]);

/** What was decided about one item; the colour only repeats the word. */
export function DecisionBadge({ decision }: { readonly decision: string }) {
  return (
    <Badge appearance="tint" color={COLOR.get(decision) ?? "informative"} shape="rounded">
      {decisionWord(decision)}
    </Badge>
  );
}
