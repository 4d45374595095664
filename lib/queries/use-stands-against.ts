import { useQuery } from "@tanstack/react-query";
import type { OperationRow } from "@/lib/contract/history";
import { keys } from "@/lib/queries/keys";
import { useServices } from "@/lib/services/services";
import { readStandsAgainst } from "./done-operations";

/** The later operation that blocks undoing this one: its undo, or one that changed the guest since. */
export function useStandsAgainst(row: OperationRow) {
  const { api, me } = useServices();
  return useQuery({
    queryKey: [...keys.histories(me), "stands-against", row.id],
    queryFn: ({ signal }) => readStandsAgainst(api, row, signal),
  });
}
