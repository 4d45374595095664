import { appRoles, defaults } from "../defaults.ts";
import type { Directory } from "../directory.ts";
import type { Random } from "./random.ts";

/** Microsoft Graph's own application id, the same in every organization. */
export const graphAppId = "00000003-0000-0000-c000-000000000000";

/** Lists the product and Microsoft Graph among the applications, as the first consent to the product does. */
export function registerProduct(random: Random, directory: Directory, clientId: string): void {
  const graph = { id: random.guid(), appId: graphAppId, displayName: "Microsoft Graph" };
  const product = {
    id: random.guid(),
    appId: clientId,
    displayName: defaults.appName,
    appRoles: Object.values(appRoles).map((value) => ({ id: random.guid(), value })),
  };
  for (const principal of [graph, product]) {
    directory.servicePrincipals.set(principal.id, { ...principal, ownerIds: new Set() });
  }
}
