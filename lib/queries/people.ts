import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { type Named, readNames } from "@/lib/graph/choices/read-names";
import { searchPeople } from "@/lib/graph/choices/search-people";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export function peopleQuery({ graph, me }: Services, text: string) {
  return queryOptions({
    queryKey: [...keys.all(me), "people", text],
    queryFn: ({ signal }) => searchPeople(graph, text, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** The first few members whose name or user name matches the text: people who could be reviewers. */
export function usePeople(text: string) {
  return useQuery(peopleQuery(useServices(), text.trim()));
}

export function namesQuery({ graph, me }: Services, objects: readonly Named[]) {
  return queryOptions({
    queryKey: [...keys.names(me), objects.map(({ kind, id }) => `${kind} ${id}`)],
    queryFn: ({ signal }) => readNames(graph, objects, signal),
    staleTime: 300_000,
    placeholderData: keepPreviousData,
    enabled: objects.length > 0,
  });
}

/** The same for a file: where names cannot be read there are none, and the ids stand alone. */
export async function namesOrNone(
  { graph }: Pick<Services, "graph">,
  objects: readonly Named[],
): Promise<ReadonlyMap<string, string>> {
  return readNames(graph, objects).catch(() => new Map());
}

/** The names of people, groups, applications and roles that a review has only the ids of, by id. */
export function useNames(objects: readonly Named[]) {
  return useQuery(namesQuery(useServices(), objects));
}
