"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy";
import { inventory, openInventory } from "@/lib/inventory/use-inventory";
import { useServices } from "@/lib/services/services";
import { LIST_OF_GUESTS, tabKey } from "@/lib/services/tab-key";
import { usePolicy } from "@/lib/queries/policy";

/**
 * Begins to read the tenant's guests when somebody is signed in, and judges them anew when the policy changes.
 * Where the policy cannot be read the usual one holds: looking must not depend on the history.
 */
export function StartReading(props: { readonly graphRoot: string; readonly children: ReactNode }) {
  const { graphRoot } = props;
  const { getToken, now, clock, me } = useServices();
  const owner = tabKey(LIST_OF_GUESTS, me);
  const { data, isPending } = usePolicy();
  const begun = useRef<Policy | null>(null);
  useEffect(() => {
    const open = () => {
      openInventory({ graphRoot, getToken, now });
    };
    open();
    return clock.onSet(open);
  }, [graphRoot, getToken, now, clock]);
  useEffect(() => {
    if (isPending) return;
    const policy = data?.policy ?? DEFAULT_POLICY;
    if (begun.current === null) void inventory().start(policy, owner);
    else if (begun.current !== policy) void inventory().judgeBy(policy);
    begun.current = policy;
  }, [data, isPending, owner]);
  useEffect(
    () => () => {
      void inventory().clear();
      begun.current = null;
    },
    [],
  );
  return props.children;
}
