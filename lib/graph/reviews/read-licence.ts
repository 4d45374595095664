import { DIRECTORY_READ_ALL } from "@/lib/domain/graph-scopes";
import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import "../jitless";
import { z } from "zod";

/** The organization's licences that access reviews need; null where they could not be read. */
export interface Licence {
  /** Microsoft Entra ID P2, which reviews need at all. */
  readonly p2: boolean | null;
  /** Microsoft Entra ID Governance, which for example reviews of inactive people need. */
  readonly governance: boolean | null;
}

/** https://learn.microsoft.com/graph/api/subscribedsku-list#permissions */
const LICENCE_SCOPES = [DIRECTORY_READ_ALL] as const;

/** https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference */
const P2 = /^AAD_PREMIUM_P2$/i;
const GOVERNANCE = /^(Microsoft_)?Entra_(ID|Identity)_Governance/i;

const skuOnWire = z.object({
  capabilityStatus: z.string().nullish(),
  servicePlans: z
    .array(
      z.object({
        servicePlanName: z.string().nullish(),
        provisioningStatus: z.string().nullish(),
      }),
    )
    .nullish(),
});

/** The licences that reviews depend on, by the service plans of what was bought and is not suspended. */
export async function readLicence(graph: Graph, signal?: AbortSignal): Promise<Licence> {
  const plans: string[] = [];
  try {
    const path = "/subscribedSkus?$select=capabilityStatus,servicePlans";
    const pages = graph.pages(path, {
      scopes: LICENCE_SCOPES,
      schema: skuOnWire,
      ...(signal && { signal }),
    });
    for await (const { items } of pages) plans.push(...items.flatMap(plansOf));
  } catch (cause) {
    // Nothing depends on this list: an operation without its licence is refused anyway.
    if (!(cause instanceof GraphError)) throw cause;
    return { p2: null, governance: null };
  }
  return {
    // Governance holds all that P2 has for reviews: https://learn.microsoft.com/entra/id-governance/licensing-fundamentals
    p2: plans.some((name) => P2.test(name) || GOVERNANCE.test(name)),
    governance: plans.some((name) => GOVERNANCE.test(name)),
  };
}

function plansOf({ capabilityStatus, servicePlans }: z.infer<typeof skuOnWire>): string[] {
  // In the grace after its end ("Warning") a subscription still works.
  if (!/^(enabled|warning)$/i.test(capabilityStatus ?? "Enabled")) return [];
  return (servicePlans ?? [])
    .filter(({ provisioningStatus }) => provisioningStatus !== "Disabled")
    .flatMap(({ servicePlanName }) => servicePlanName ?? []);
}
