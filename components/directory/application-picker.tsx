"use client";

import { DIRECTORY_READ_ALL } from "@/lib/domain/graph-scopes";
import { useState } from "react";
import type { FormFieldProps } from "@/components/form/form-field";
import { useDebouncedValue } from "@/components/ui/use-debounced-value";
import { useApplications } from "@/lib/queries/applications";
import { GraphFailureCard } from "./graph-failure-card";
import { ObjectPicker } from "./object-picker";

const TYPING_MS = 200;

/** Chooses one application. */
export function ApplicationPicker(
  props: FormFieldProps & {
    /** Empty while none is chosen. */
    readonly selectedId: string;
    readonly nameOf: (id: string) => string | null;
    readonly onChange: (id: string) => void;
  },
) {
  const { selectedId, onChange, ...picker } = props;
  const [text, setText] = useState("");
  const applications = useApplications(useDebouncedValue(text, TYPING_MS));
  const isEmpty = text.trim() === "";
  return (
    <>
      <ObjectPicker
        {...picker}
        single
        selectedIds={selectedId === "" ? [] : [selectedId]}
        options={(isEmpty ? [] : (applications.data ?? [])).map((application) => ({
          id: application.servicePrincipalId,
          name: application.displayName,
        }))}
        onSearch={setText}
        onChange={(ids) => {
          onChange(ids[0] ?? "");
        }}
        empty={
          isEmpty ? "Type a name" : applications.isFetching ? "Searching …" : "No application found"
        }
      />
      {applications.isError && (
        <GraphFailureCard
          error={applications.error}
          what="the applications"
          notDone="Applications cannot be found by name."
          scopes={[DIRECTORY_READ_ALL]}
          onRetry={() => void applications.refetch()}
        />
      )}
    </>
  );
}
