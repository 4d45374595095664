"use client";

import { useMemo, useState } from "react";
import type { Group } from "@/lib/domain/reviews/group";
import { useGroups } from "@/lib/queries/groups";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reviews-problem";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { groupDetail, matching } from "./group-words";
import { ThingPicker } from "./thing-picker";
import type { WizardFieldProps } from "./wizard-field";

const NONE: readonly Group[] = [];

/** Chooses groups of any kind from all that the organization has. */
export function GroupPicker(
  props: WizardFieldProps & {
    readonly chosen: readonly string[];
    readonly nameOf: (id: string) => string | null;
    readonly onChange: (ids: readonly string[]) => void;
  },
) {
  const groups = useGroups();
  const [text, setText] = useState("");
  const all = groups.data ?? NONE;
  const names = useMemo(() => new Map(all.map((group) => [group.id, group.displayName])), [all]);
  const offered = useMemo(
    () =>
      matching(all, text).map((group) => ({
        id: group.id,
        name: group.displayName,
        detail: groupDetail(group),
      })),
    [all, text],
  );
  return (
    <>
      <ThingPicker
        {...props}
        offered={offered}
        nameOf={(id) => names.get(id) ?? props.nameOf(id)}
        onSearch={setText}
        nothing={groups.isPending ? "Reading the groups …" : "No group of that name"}
      />
      {groups.isError && (
        <GraphFailureCard
          error={groups.error}
          what="the groups"
          notDone="No group can be chosen."
          scopes={SCOPES_TO_READ_REVIEWS}
          onRetry={() => void groups.refetch()}
        />
      )}
    </>
  );
}
