"use client";

import { USER_READ_ALL } from "@/lib/domain/graph-scopes";
import { useMemo, useState } from "react";
import type { FormFieldProps } from "@/components/form/form-field";
import { useDebouncedValue } from "@/components/ui/use-debounced-value";
import { isGuid } from "@/lib/domain/guid";
import { useAccountNames, useAccountsFound } from "@/lib/queries/accounts";
import { nameOfAccount } from "./account-name";
import { GraphFailureCard } from "./graph-failure-card";
import { ObjectPicker, type PickerOption } from "./object-picker";

const TYPING_MS = 200;

/** The account with an object id that was typed or pasted, also where the directory does not have it, which it then says. */
function useAccountById(text: string): readonly PickerOption[] {
  const id = isGuid(text) ? text.toLowerCase() : null;
  const names = useAccountNames(useMemo(() => (id === null ? [] : [id]), [id]));
  if (id === null) return [];
  const account = names.isPlaceholderData ? undefined : names.data?.get(id);
  if (account?.kind === "found") {
    const { displayName: name, userPrincipalName: detail } = account;
    return [{ id, name, ...(detail !== null && { detail }) }];
  }
  if (account?.kind === "not-found") return [{ id, name: null, detail: "Not in the directory" }];
  return [{ id, name: null, detail: names.isFetching ? "Searching …" : "Name not read" }];
}

/** Chooses one account of the directory, a member or a guest, by its name, user name or object id. */
export function AccountPicker(
  props: FormFieldProps & {
    /** Empty while none is chosen. */
    readonly selectedId: string;
    readonly onChange: (id: string) => void;
  },
) {
  const { selectedId, onChange, ...field } = props;
  const [typed, setTyped] = useState("");
  const text = useDebouncedValue(typed, TYPING_MS).trim();
  const byId = useAccountById(text);
  const found = useAccountsFound(isGuid(text) ? "" : text);
  const selected = useAccountNames(
    useMemo(() => (selectedId === "" ? [] : [selectedId]), [selectedId]),
  );
  const options: readonly PickerOption[] = isGuid(text)
    ? byId
    : (text === "" ? [] : (found.data ?? [])).map((account) => ({
        id: account.id,
        name: account.displayName,
        ...(account.userPrincipalName !== null && { detail: account.userPrincipalName }),
      }));
  return (
    <>
      <ObjectPicker
        {...field}
        single
        selectedIds={selectedId === "" ? [] : [selectedId]}
        nameOf={(id) => nameOfAccount(id, selected.data?.get(id))}
        options={options}
        onSearch={setTyped}
        onChange={(ids) => {
          onChange(ids[0] ?? "");
        }}
        empty={
          text === ""
            ? "Type a name or paste an object ID"
            : found.isFetching
              ? "Searching …"
              : "No account found"
        }
      />
      {found.isError && (
        <GraphFailureCard
          error={found.error}
          what="the accounts"
          notDone="Accounts cannot be found by name. An object ID can still be pasted."
          scopes={[USER_READ_ALL]}
          onRetry={() => void found.refetch()}
        />
      )}
    </>
  );
}
