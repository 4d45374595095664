"use client";

import { useState } from "react";
import { usePeople } from "@/lib/queries/people";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { ThingPicker } from "./thing-picker";
import { useDebouncedValue } from "../mine/use-debounced-value";
import type { WizardFieldProps } from "./wizard-field";

const TYPING_MS = 200;

/** Chooses members of the organization; guests are not asked to judge guests. */
export function PeoplePicker(
  props: WizardFieldProps & {
    readonly chosen: readonly string[];
    readonly nameOf: (id: string) => string | null;
    readonly onChange: (ids: readonly string[]) => void;
  },
) {
  const [text, setText] = useState("");
  const people = usePeople(useDebouncedValue(text, TYPING_MS));
  const offered = text.trim() === "" ? [] : (people.data ?? []);
  return (
    <>
      <ThingPicker
        {...props}
        offered={offered.map(({ id, displayName, userPrincipalName }) => ({
          id,
          name: displayName,
          ...(userPrincipalName !== null && { detail: userPrincipalName }),
        }))}
        onSearch={setText}
        nothing={wordsForNothing(text, people.isFetching)}
      />
      {people.isError && (
        <GraphFailureCard
          error={people.error}
          what="the people"
          notDone="Nobody can be found by name."
          scopes={["User.Read.All"]}
          onRetry={() => void people.refetch()}
        />
      )}
    </>
  );
}

function wordsForNothing(text: string, searching: boolean): string {
  if (text.trim() === "") return "Type a name";
  return searching ? "Searching …" : "No member of that name";
}
