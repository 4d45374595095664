import { queryOptions, useQuery } from "@tanstack/react-query";
import { readOrganizationGrants } from "@/lib/graph/consent/read-organization-grants";
import { type Services, useServices } from "@/lib/services/services";
import { useSettings } from "@/lib/services/settings-context";
import { keys } from "./keys";

export function organizationGrantsQuery({ graph, me }: Services, clientId: string) {
  return queryOptions({
    queryKey: [...keys.all(me), "organization-grants", clientId],
    queryFn: ({ signal }) => readOrganizationGrants(graph, clientId, signal),
    staleTime: 0,
  });
}

/** The permissions that were granted for the organization; null where that could not be read. */
export function useOrganizationGrants() {
  const { clientId } = useSettings();
  return useQuery(organizationGrantsQuery(useServices(), clientId));
}

export function ownConsentsQuery({ hasConsent, me }: Services, scopes: readonly string[]) {
  return queryOptions({
    queryKey: [...keys.all(me), "own-consents", scopes],
    queryFn: async () => {
      const own = new Set<string>();
      // One after the other: each may be a request to the authority.
      for (const scope of scopes) if (await hasConsent([scope])) own.add(scope);
      return own;
    },
    staleTime: 0,
  });
}

/** Which of these permissions Guestlist can use for the signed-in person without asking. */
export function useOwnConsents(scopes: readonly string[]) {
  return useQuery(ownConsentsQuery(useServices(), scopes));
}
