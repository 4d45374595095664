"use client";

import { mintId } from "@/lib/services/mint-id";
import { useCallback, useMemo, useState } from "react";
import { NO_REASON } from "@/components/plan/plan-labels";
import type { Plan } from "@/lib/domain/plan";

export interface StablePlan {
  /** What would be sent now, with the ids that it would be sent with. */
  readonly preview: Plan;
  readonly plan: (reason: string) => Plan;
  /** After a run: an id in the history stands for what was planned then, so the next plan takes new ones. */
  readonly renew: () => void;
}

/** Plans with the same ids each time: what is previewed as the request is what is sent. */
export function useStablePlan(make: (reason: string, mintId: () => string) => Plan): StablePlan {
  const [ids, setIds] = useState(() => newIds());
  const plan = useCallback((reason: string) => make(reason, ids.fromFirst()), [make, ids]);
  return {
    plan,
    preview: useMemo(() => plan(NO_REASON), [plan]),
    renew: useCallback(() => {
      setIds(newIds());
    }, []),
  };
}

/** Mints each id once, and hands out the same ones in the same order each time. */
function newIds() {
  const minted: string[] = [];
  return {
    fromFirst: () => {
      let next = 0;
      return () => {
        const id = minted[next] ?? mintId();
        minted[next] = id;
        next += 1;
        return id;
      };
    },
  };
}
