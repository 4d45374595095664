import { Badge } from "@fluentui/react-components";
import type { CoverageState } from "@/lib/domain/reviews/coverage";

export const STATE_WORD: Readonly<Record<CoverageState, string>> = {
  covered: "Covered",
  "if-inactive": "Only when inactive",
  none: "Not covered",
};

const COLOR = { covered: "success", "if-inactive": "warning", none: "danger" } as const;

/** Whether a running review asks about a guest or a group; the colour only repeats the word. */
export function CoverageBadge({ state }: { readonly state: CoverageState }) {
  return (
    <Badge appearance="tint" color={COLOR[state]} shape="rounded">
      {STATE_WORD[state]}
    </Badge>
  );
}
