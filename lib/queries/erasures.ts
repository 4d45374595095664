import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ErasureRequest } from "@/lib/contract/erasures";
import { erasePerson, previewErasure } from "@/lib/services/erasures";
import { useServices } from "@/lib/services/services";
import { keys } from "./keys";

/** Reads what an erasure of a person would remove. */
export function useErasurePreview() {
  const { api } = useServices();
  return useMutation({ mutationFn: (personId: string) => previewErasure(api, personId) });
}

/** Erases a person; what pages show of the history is read anew. */
export function useErasePerson() {
  const { api, me } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: ErasureRequest) => erasePerson(api, request),
    onSuccess: async () => {
      // All that may show the name.
      const shown = [keys.histories(me), keys.unresolved(me), keys.policy(me), keys.integrity(me)];
      await Promise.all(shown.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}
