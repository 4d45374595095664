"use client";

import { useCallback, useMemo, useState } from "react";
import { NO_REASON } from "@/components/plan/plan-labels";
import type { Plan } from "@/lib/domain/plan";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { planCreate } from "@/lib/domain/reviews/plan-review";
import { StableIds } from "./stable-ids";
import { type Checked, usePreflight } from "./use-preflight";

export interface Creation {
  readonly checked: Checked;
  /** What would be sent now, with the ids that it would be sent with. */
  readonly shown: Plan;
  readonly plan: (reason: string) => Plan;
  /** A run was begun: whatever is planned after it is another operation. */
  readonly renew: () => void;
}

const freshIds = () => new StableIds(() => crypto.randomUUID());

/** What a draft would make of the directory, and how that would be sent. */
export function useCreation(draft: ReviewDraft, nameOf: (id: string) => string | null): Creation {
  const checked = usePreflight(draft);
  const [ids, setIds] = useState(freshIds);
  const plan = useCallback(
    (reason: string) => planCreate(draft, { reason, mintId: ids.fromTheFirst() }, nameOf),
    [draft, ids, nameOf],
  );
  const shown = useMemo(() => plan(NO_REASON), [plan]);
  const renew = useCallback(() => {
    setIds(freshIds);
  }, []);
  return { checked, shown, plan, renew };
}
