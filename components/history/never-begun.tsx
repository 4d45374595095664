"use client";

import { neverBegunWords } from "@/components/entries/never-begun";
import { Notice } from "@/components/ui/notice";
import type { PlanSummary } from "@/lib/contract/history";

/** Says of a plan whose operations are listed how many confirmed ones are missing; nothing where none is. */
export function NeverBegun({ plan }: { readonly plan: PlanSummary | undefined }) {
  const words = plan === undefined ? null : neverBegunWords(plan);
  if (plan === undefined || words === null) return null;
  return (
    <Notice intent={plan.isHeld ? "info" : "warning"} title={words}>
      {plan.isHeld
        ? "A tab may still be recording them, or was closed less than three minutes ago."
        : "They were not recorded, so nothing was sent for them, and the history does not have whom they were about. To carry them out, make a new plan."}
    </Notice>
  );
}
