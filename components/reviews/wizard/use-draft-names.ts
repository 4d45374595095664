"use client";

import { useMemo } from "react";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { useNames } from "@/lib/queries/people";

interface DraftNames {
  /** How something of the draft is called; null where that is not known. */
  readonly nameOf: (id: string) => string | null;
  /** The people of the draft who are in the directory; null while that is not known. */
  readonly knownUserIds: ReadonlySet<string> | null;
  /** Whether all names that can be read were read. */
  readonly namesRead: boolean;
}

function userIdsOf({ stages }: ReviewDraft): readonly string[] {
  return stages.flatMap(({ reviewers, fallbackIds }) =>
    reviewers.kind === "people" ? [...reviewers.userIds, ...fallbackIds] : fallbackIds,
  );
}

function groupsAndApplication({ scope }: ReviewDraft) {
  if (scope.kind === "groups") return scope.groupIds.map((id) => ({ kind: "group", id }) as const);
  const chosen = scope.kind === "application" && scope.servicePrincipalId !== "";
  return chosen ? [{ kind: "application", id: scope.servicePrincipalId } as const] : [];
}

/** The names of the groups, people and the application that a draft has only the ids of. */
export function useDraftNames(draft: ReviewDraft): DraftNames {
  const things = useMemo(() => {
    const userIds = [...new Set(userIdsOf(draft))].sort();
    const people = userIds.map((id) => ({ kind: "user", id }) as const);
    return [...people, ...groupsAndApplication(draft)];
  }, [draft]);
  const { data, isPlaceholderData } = useNames(things);
  return useMemo(() => {
    const isRead = data !== undefined && !isPlaceholderData;
    return {
      nameOf: (id) => data?.get(id) ?? null,
      knownUserIds: isRead ? new Set(data.keys()) : null,
      // A draft without ids asks for no names.
      namesRead: isRead || things.length === 0,
    };
  }, [data, isPlaceholderData, things]);
}
