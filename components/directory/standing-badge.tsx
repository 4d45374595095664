import { Badge, type BadgeProps } from "@fluentui/react-components";
import type { StandingKind } from "@/lib/domain/standing";
import { STANDING_WORD } from "./guest-labels";

const COLOR: Readonly<Record<StandingKind, NonNullable<BadgeProps["color"]>>> = {
  active: "success",
  stale: "warning",
  "never-signed-in": "severe",
  pending: "brand",
  blocked: "danger",
  unknown: "informative",
};

interface StandingBadgeProps {
  readonly standing: StandingKind;
  /** Whether an invitation waits longer than the policy allows. */
  readonly overdue?: boolean;
}

/** A guest's standing in one word; the colour only repeats it. */
export function StandingBadge({ standing, overdue = false }: StandingBadgeProps) {
  return (
    <Badge appearance="tint" color={overdue ? "severe" : COLOR[standing]} shape="rounded">
      {STANDING_WORD[standing]}
      {overdue && ", overdue"}
    </Badge>
  );
}
