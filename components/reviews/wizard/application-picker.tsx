"use client";

import { useState } from "react";
import { useApplications } from "@/lib/queries/applications";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { ThingPicker } from "./thing-picker";
import { useDebouncedValue } from "../mine/use-debounced-value";
import type { WizardFieldProps } from "./wizard-field";

const TYPING_MS = 200;

/** Chooses one application; empty while none is. */
export function ApplicationPicker(
  props: Omit<WizardFieldProps, "chosen"> & {
    readonly chosen: string;
    readonly nameOf: (id: string) => string | null;
    readonly onChange: (id: string) => void;
  },
) {
  const { chosen, onChange, ...picker } = props;
  const [text, setText] = useState("");
  const found = useApplications(useDebouncedValue(text, TYPING_MS));
  const offered = text.trim() === "" ? [] : (found.data ?? []);
  return (
    <>
      <ThingPicker
        {...picker}
        onlyOne
        chosen={chosen === "" ? [] : [chosen]}
        offered={offered.map((each) => ({ id: each.servicePrincipalId, name: each.displayName }))}
        onSearch={setText}
        onChange={(ids) => {
          onChange(ids[0] ?? "");
        }}
        nothing={wordsForNothing(text, found.isFetching)}
      />
      {found.isError && (
        <GraphFailureCard
          error={found.error}
          what="the applications"
          notDone="No application can be found by name."
          scopes={["Directory.Read.All"]}
          onRetry={() => void found.refetch()}
        />
      )}
    </>
  );
}

function wordsForNothing(text: string, searching: boolean): string {
  if (text.trim() === "") return "Type a name";
  return searching ? "Searching …" : "No application of that name";
}
