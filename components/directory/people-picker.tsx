"use client";

import { USER_READ_ALL } from "@/lib/domain/graph-scopes";
import { useState } from "react";
import type { FormFieldProps } from "@/components/form/form-field";
import { useDebouncedValue } from "@/components/ui/use-debounced-value";
import { usePeople } from "@/lib/queries/people";
import { GraphFailureCard } from "./graph-failure-card";
import { ObjectPicker } from "./object-picker";

const TYPING_MS = 200;

/** Chooses members of the organization; guests are not offered, since guests should not judge guests. */
export function PeoplePicker(
  props: FormFieldProps & {
    readonly selectedIds: readonly string[];
    readonly nameOf: (id: string) => string | null;
    readonly onChange: (ids: readonly string[]) => void;
  },
) {
  const [text, setText] = useState("");
  const people = usePeople(useDebouncedValue(text, TYPING_MS));
  const isEmpty = text.trim() === "";
  return (
    <>
      <ObjectPicker
        {...props}
        options={(isEmpty ? [] : (people.data ?? [])).map((person) => ({
          id: person.id,
          name: person.displayName,
          ...(person.userPrincipalName !== null && { detail: person.userPrincipalName }),
        }))}
        onSearch={setText}
        empty={isEmpty ? "Type a name" : people.isFetching ? "Searching …" : "No member found"}
      />
      {people.isError && (
        <GraphFailureCard
          error={people.error}
          what="the people"
          notDone="People cannot be found by name."
          scopes={[USER_READ_ALL]}
          onRetry={() => void people.refetch()}
        />
      )}
    </>
  );
}
