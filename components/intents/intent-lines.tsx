"use client";

import { labelsOf } from "@/lib/operations/registry";
import { LineList } from "@/components/ui/line-list";
import type { IntentPlan } from "@/lib/domain/intent";

const SHOWN = 100;

interface IntentLinesProps {
  readonly plan: IntentPlan;
  /** Only these; all when absent. */
  readonly ids?: ReadonlySet<string>;
}

/** What a plan would do, a line an intent. */
export function IntentLines({ plan, ids }: IntentLinesProps) {
  const shown = plan.intents.filter(({ intent }) => ids?.has(intent.id) ?? true);
  return (
    <LineList
      label="What is planned"
      most={SHOWN}
      lines={shown.map(({ intent, label }) => ({
        id: intent.id,
        name: label,
        word: labelsOf(intent.kind).name,
      }))}
    />
  );
}
