import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { EntriesAnswer, EntriesRequest } from "@/lib/contract/entries";
import type { Policy } from "@/lib/domain/policy";
import { appendEntries } from "@/lib/services/api";
import { useServices } from "@/lib/services/services";
import { keys } from "./keys";

export interface PolicyChange {
  /** Created when the form opens, so that sending it twice changes the policy once. */
  readonly id: string;
  readonly policy: Policy;
  /** The entry that set the policy which the person saw; null where nobody had set one. */
  readonly replaces: string | null;
  readonly reason: string;
}

/** Sets the tenant's policy; it is an entry of the history like any decision. */
export function useSetPolicy() {
  const { api, me } = useServices();
  const client = useQueryClient();
  return useMutation<EntriesAnswer, Error, PolicyChange>({
    mutationFn: (change) => appendEntries(api, requestFor(change)),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.policy(me) }),
        client.invalidateQueries({ queryKey: keys.histories(me) }),
      ]);
    },
  });
}

function requestFor({ id, policy, replaces, reason }: PolicyChange): EntriesRequest {
  const protectedAccounts = policy.protectedAccounts.map((account) => ({ ...account }));
  return {
    entries: [
      { id, kind: "policy-set", policy: { ...policy, protectedAccounts }, replaces, reason },
    ],
    cards: [],
  };
}
