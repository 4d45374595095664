"use client";

import { ProgressLine } from "@/components/ui/progress-line";
import type { CoverageReading } from "@/lib/queries/coverage";

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
  if (reach !== null) {
    return <ProgressLine label="Reading who reaches applications and directory roles" {...reach} />;
  }
  if (groups === null) {
    return <ProgressLine label="Reading the reviews and the groups" done={0} of={null} />;
  }
  return <ProgressLine label={PHASES[groups.phase]} done={groups.done} of={groups.of} />;
}
