"use client";

import type { PreflightReading } from "@/lib/domain/reviews/check-labels";
import { useMemo, useState } from "react";
import type { DraftScope, ReviewDraft } from "@/lib/domain/reviews/draft";
import type { Group, GroupWithGuests } from "@/lib/domain/reviews/group";
import type { ProtectionFacts } from "@/lib/domain/reviews/preflight-facts";
import { type LicenceFacts, preflight } from "@/lib/domain/reviews/preflight";
import { guestIdsOf, reviewedGuests, withUnread } from "@/lib/domain/reviews/reviewed-guests";
import { removesAccessAutomatically } from "@/lib/domain/reviews/who-loses-access";
import { useAllRoleHolders } from "./all-role-holders";
import { useGroupsWithGuests } from "./groups";
import { usePolicy } from "./policy";
import { useReviews } from "./reviews";
import { useLicence } from "./reviews-licence";
import { useServices } from "@/lib/services/services";
import { useGuestRows } from "./tab-guests";

const NO_GROUPS: readonly GroupWithGuests[] = [];
const NONE: readonly string[] = [];
const NONE_UNREAD: readonly Group[] = [];
const NOT_READ: LicenceFacts = { p2: null, governance: null };

/** What is found before anything is created, and how far the reading for it is. */
export interface PreflightState extends PreflightReading {
  readonly retry: () => void;
}

/** Checks a draft against the real groups, guests and licences. */
export function usePreflight(draft: ReviewDraft): PreflightState {
  const { scope, consequence } = draft;
  // One group's review also follows the groups inside it; the others look at all groups.
  const groupIds = scope.kind === "groups" ? scope.groupIds : NONE;
  const chosen = useGroupsWithGuests(groupIds, { nested: true, enabled: groupIds.length > 0 });
  // A guest who is deleted loses what other groups give as well.
  const deletes = scope.kind === "groups" && consequence.applyAction === "block-then-delete";
  const overAll = scope.kind === "all-groups" || scope.kind === "inactive-over-groups";
  const all = useGroupsWithGuests("all", { enabled: overAll || deletes });
  const licence = useLicence().data ?? NOT_READ;
  const { protection, retry: readProtection } = useProtection(
    removesAccessAutomatically(consequence),
  );
  const reviews = useReviews();
  const running = reviews.data ?? null;
  const [now] = useState(useServices().now);

  const needed = [...(overAll || deletes ? [all] : []), ...(groupIds.length > 0 ? [chosen] : [])];
  const groups = useMemo(
    () => merged(chosen.data?.groups, all.data?.groups, scope.kind === "groups"),
    [chosen.data, all.data, scope.kind],
  );
  const ids = useMemo(() => guestIdsOf(groups), [groups]);
  const rows = useGuestRows(ids);
  const nothingChosen = !isChosen(scope);
  const ready =
    !nothingChosen &&
    needed.every(({ data }) => data !== undefined) &&
    rows !== null &&
    !reviews.isPending &&
    protection !== null;
  const unread = overAll ? (all.data?.unread ?? NONE_UNREAD) : NONE_UNREAD;
  const found = useMemo(
    () =>
      ready
        ? withUnread(
            preflight({
              ...{ draft, groups, licence, protection, reviews: running, now },
              guests: reviewedGuests(ids, rows),
            }),
            unread,
          )
        : null,
    [ready, draft, groups, ids, rows, licence, protection, running, now, unread],
  );
  const failed = needed.find(({ isError }) => isError);
  const pending = needed.find(({ isPending }) => isPending);
  return {
    found,
    nothingChosen,
    reading: pending ? (pending.progress ?? { done: 0, of: null }) : null,
    error: failed?.error ?? null,
    retry: () => {
      for (const query of needed) if (query.isError) void query.refetch();
      readProtection();
    },
  };
}

const NOBODY: ProtectionFacts = { accounts: [], roleHolders: new Map(), roleGroupIds: [] };
const NO_ROLE_GROUPS: readonly string[] = [];

/** Whom no plan may touch; null until both are read or could not be: what was not read may protect anybody. */
function useProtection(enabled: boolean) {
  const policy = usePolicy();
  const roles = useAllRoleHolders({ enabled, eligible: true });
  const { holders = null, groupIds = NO_ROLE_GROUPS } = roles.data ?? {};
  const accounts = policy.data?.policy.protectedAccounts ?? null;
  const isRead = !policy.isPending && !roles.isPending;
  const protection = useMemo(() => {
    if (!enabled) return NOBODY;
    return isRead ? { accounts, roleHolders: holders, roleGroupIds: groupIds } : null;
  }, [enabled, isRead, accounts, holders, groupIds]);
  return {
    protection,
    retry: () => {
      if (policy.isError) void policy.refetch();
      if (roles.isError) void roles.refetch();
    },
  };
}

/** The chosen groups as they were read with what is inside them, the others beside them. */
function merged(
  chosen: readonly GroupWithGuests[] | undefined,
  all: readonly GroupWithGuests[] | undefined,
  choosing: boolean,
): readonly GroupWithGuests[] {
  if (!choosing) return all ?? NO_GROUPS;
  const chosenIds = new Set(chosen?.map(({ group }) => group.id));
  const others = all?.filter(({ group }) => !chosenIds.has(group.id)) ?? [];
  return [...(chosen ?? []), ...others];
}

function isChosen(scope: DraftScope): boolean {
  switch (scope.kind) {
    case "groups":
      return scope.groupIds.length > 0;
    case "application":
      return scope.servicePrincipalId !== "";
    case "all-groups":
    case "inactive-over-groups":
      return true;
  }
}
