"use client";

import { useMemo } from "react";
import { coverageOf } from "@/lib/domain/reviews/coverage";
import { guestsInNoGroup } from "@/lib/domain/reviews/group";
import { type CoverageInputs, useReach } from "./coverage";

/** Null while they are being read. */
type Guests = readonly { readonly id: string; readonly partner: string }[] | null;

interface CoverageOptions {
  /** Whether anything more may be read for it; what was read before is used in any case. */
  readonly enabled?: boolean;
  /** Whether to read what the guests in no group reach, too: a request for each twenty of them. */
  readonly withOtherAccess: boolean;
}

const NOBODY: readonly string[] = [];

/** Which running review covers each guest, from the groups first and then from the applications and roles they reach. */
export function useCoverage(
  guests: Guests,
  data: CoverageInputs | undefined,
  { enabled = true, withOtherAccess }: CoverageOptions,
) {
  const isReady = guests !== null && data !== undefined;
  const inNoGroup = useMemo(
    () =>
      withOtherAccess && guests !== null && data !== undefined
        ? guestsInNoGroup(guests, data.groups)
        : NOBODY,
    [withOtherAccess, guests, data],
  );
  const reach = useReach(inNoGroup, enabled && isReady, data?.reviews);
  const coverage = useMemo(() => {
    if (guests === null || data === undefined) return null;
    const { reviews, groups } = data;
    return coverageOf({ guests, reviews, groups, ...(reach.data && { reach: reach.data }) });
  }, [guests, data, reach.data]);
  return { coverage, reach };
}
