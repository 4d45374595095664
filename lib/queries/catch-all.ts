import { queryOptions, useQuery } from "@tanstack/react-query";
import { type ReadingDoors, useDoors } from "./doors";
import { keys } from "./keys";
import { readCatchAllGroup } from "./read-catch-all";

export function catchAllQuery(doors: ReadingDoors) {
  return queryOptions({
    queryKey: [...keys.histories(doors.me), "catch-all"],
    queryFn: ({ signal }) => readCatchAllGroup(doors, signal),
    staleTime: 30_000,
  });
}

/** The group that holds the guests whom no other review covers; null while nobody has made one. */
export function useCatchAllGroup() {
  return useQuery(catchAllQuery(useDoors()));
}
