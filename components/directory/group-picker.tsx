"use client";

import { useMemo, useState } from "react";
import type { FormFieldProps } from "@/components/form/form-field";
import type { Group } from "@/lib/domain/reviews/group";
import { useGroups } from "@/lib/queries/groups";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { GraphFailureCard } from "./graph-failure-card";
import { groupDetail, groupsMatching } from "./group-labels";
import { ObjectPicker } from "./object-picker";

const NONE: readonly Group[] = [];

/** Chooses groups of any kind from all that the organization has. */
export function GroupPicker(
  props: FormFieldProps & {
    readonly selectedIds: readonly string[];
    readonly nameOf: (id: string) => string | null;
    readonly onChange: (ids: readonly string[]) => void;
  },
) {
  const groups = useGroups();
  const [text, setText] = useState("");
  const all = groups.data ?? NONE;
  const names = useMemo(() => new Map(all.map((group) => [group.id, group.displayName])), [all]);
  const options = useMemo(
    () =>
      groupsMatching(all, text).map((group) => ({
        id: group.id,
        name: group.displayName,
        detail: groupDetail(group),
      })),
    [all, text],
  );
  return (
    <>
      <ObjectPicker
        {...props}
        options={options}
        nameOf={(id) => names.get(id) ?? props.nameOf(id)}
        onSearch={setText}
        empty={groups.isPending ? "Reading the groups …" : "No group found"}
      />
      {groups.isError && (
        <GraphFailureCard
          error={groups.error}
          what="the groups"
          notDone="Groups cannot be chosen."
          scopes={SCOPES_TO_READ_REVIEWS}
          onRetry={() => void groups.refetch()}
        />
      )}
    </>
  );
}
