"use client";

import { useEffect, useMemo } from "react";
import { inventory } from "@/lib/inventory/use-inventory";
import { useAllRoleHolders } from "@/lib/queries/all-role-holders";

/** The set of those who hold a directory role. */
export const PRIVILEGED = "privileged";

/** Says to the tab's list of guests who is in a set: nothing while that is read, and null where it could not be read again. */
export function useNamedSet(name: string | null, ids: readonly string[] | null | undefined): void {
  useEffect(() => {
    if (name !== null && ids !== undefined) void inventory().setOf(name, ids);
  }, [name, ids]);
}

/** Reads who holds a directory role, and says it to the list. Those who may only activate one are not among them. */
export function usePrivilegedSet(enabled: boolean) {
  const query = useAllRoleHolders({ enabled, eligible: false });
  const { data, isError } = query;
  const ids = useMemo(() => (isError ? null : data && [...data.holders.keys()]), [data, isError]);
  useNamedSet(PRIVILEGED, ids);
  return query;
}
