"use client";

import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services/services";

/** Whether the person's consent to these permissions of Graph is there already; asking changes nothing. */
export function useConsent(scopes: readonly string[]): "looking" | "given" | "missing" {
  const { hasConsent, me } = useServices();
  const consent = useQuery({
    queryKey: [me.tenantId, me.homeAccountId, "consent", scopes],
    queryFn: () => hasConsent(scopes),
    staleTime: 0,
    gcTime: 0,
  });
  if (consent.isError) return "missing";
  return consent.isPending ? "looking" : consent.data ? "given" : "missing";
}
