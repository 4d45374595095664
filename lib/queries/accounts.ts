import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { readAccountNames } from "@/lib/graph/choices/read-account-names";
import { searchAccounts } from "@/lib/graph/choices/search-people";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function accountsFoundQuery({ graph, me }: Services, text: string) {
  return queryOptions({
    queryKey: [...keys.all(me), "accounts", text],
    queryFn: ({ signal }) => searchAccounts(graph, text, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** The first few accounts of every kind whose name or user name matches the text. */
export function useAccountsFound(text: string) {
  return useQuery(accountsFoundQuery(useServices(), text.trim()));
}

export function accountNamesQuery({ graph, me }: Services, ids: readonly string[]) {
  return queryOptions({
    queryKey: [...keys.names(me), "accounts", ids],
    queryFn: ({ signal }) => readAccountNames(graph, ids, signal),
    staleTime: 300_000,
    placeholderData: keepPreviousData,
    enabled: ids.length > 0,
  });
}

/** Who these accounts are, by their ids; whom the directory does not have is told from whom it did not say. */
export function useAccountNames(ids: readonly string[]) {
  return useQuery(accountNamesQuery(useServices(), ids));
}
