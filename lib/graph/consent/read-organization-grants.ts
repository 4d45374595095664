import { DIRECTORY_READ_ALL } from "@/lib/domain/graph-scopes";
import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import "../jitless";
import { z } from "zod";

/** https://learn.microsoft.com/graph/api/oauth2permissiongrant-list#permissions */
const GRANT_SCOPES = [DIRECTORY_READ_ALL] as const;

const applicationsOnWire = z.object({ value: z.array(z.object({ id: z.string() })) });

/** https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant#properties */
const grantOnWire = z.object({ consentType: z.string(), scope: z.string().nullish() });

/**
 * The delegated permissions that an administrator granted this app for everybody in the organization; null where that could
 * not be read.
 */
export async function readOrganizationGrants(
  graph: Graph,
  clientId: string,
  signal?: AbortSignal,
): Promise<ReadonlySet<string> | null> {
  const reading = { scopes: GRANT_SCOPES, ...(signal && { signal }) };
  const ours = encodeURIComponent(`appId eq '${clientId}'`);
  try {
    const { value } = await graph.read(`/servicePrincipals?$filter=${ours}&$select=id`, {
      ...reading,
      schema: applicationsOnWire,
    });
    const [application] = value;
    // Signed in by an application that the directory does not list: nothing can be said of its grants.
    if (application === undefined) return null;
    const granted = new Set<string>();
    const its = encodeURIComponent(`clientId eq '${application.id}'`);
    const pages = graph.pages(`/oauth2PermissionGrants?$filter=${its}`, {
      ...reading,
      schema: grantOnWire,
    });
    for await (const { items } of pages) {
      for (const { consentType, scope } of items) {
        if (consentType !== "AllPrincipals") continue;
        for (const name of (scope ?? "").split(" ")) if (name !== "") granted.add(name);
      }
    }
    return granted;
  } catch (cause) {
    if (!(cause instanceof GraphError)) throw cause;
    return null;
  }
}
