"use client";

import { useEffect, useMemo } from "react";
import { inventory } from "@/lib/inventory/use-inventory";
import { useAllRoleHolders } from "@/lib/queries/all-role-holders";

/** The set of those who hold a directory role. */
export const PRIVILEGED = "privileged";

/** Says to the tab's list of guests who is in a set; nothing while that is not known. */
export function useNamedSet(name: string | null, ids: readonly string[] | undefined): void {
  useEffect(() => {
    if (name !== null && ids !== undefined) void inventory().setOf(name, ids);
  }, [name, ids]);
}

/** Reads who holds a directory role, and says it to the list. Those who may only activate one are not among them. */
export function usePrivilegedSet(enabled: boolean) {
  const query = useAllRoleHolders({ enabled, eligible: false });
  const { data } = query;
  const ids = useMemo(() => data && [...data.holders.keys()], [data]);
  useNamedSet(PRIVILEGED, ids);
  return query;
}
