"use client";

import { useMemo } from "react";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { useNames } from "./people";

interface DraftNames {
  /** The name of a group, person or application of the draft; null while it is unknown. */
  readonly nameOf: (id: string) => string | null;
  /** The people of the draft who are in the directory; null while that is being read. */
  readonly existingUserIds: ReadonlySet<string> | null;
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
  const objects = useMemo(() => {
    const userIds = [...new Set(userIdsOf(draft))].sort();
    const people = userIds.map((id) => ({ kind: "user", id }) as const);
    return [...people, ...groupsAndApplication(draft)];
  }, [draft]);
  const { data, isPlaceholderData } = useNames(objects);
  return useMemo(() => {
    const isRead = data !== undefined && !isPlaceholderData;
    return {
      nameOf: (id) => data?.get(id) ?? null,
      existingUserIds: isRead ? new Set(data.keys()) : null,
      // A draft without ids asks for no names.
      namesRead: isRead || objects.length === 0,
    };
  }, [data, isPlaceholderData, objects]);
}
