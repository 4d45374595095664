import { collection } from "../collection.ts";
import type { Endpoint } from "../endpoint.ts";
import { parseSelect } from "../odata/select.ts";
import { page } from "../paging.ts";
import type { Licence, Tenant } from "../../state/tenant.ts";

interface Sku {
  id: string;
  name: string;
  plans: readonly { id: string; name: string }[];
}

const p1 = { id: "41781fb2-bc02-4b7c-bd55-b576c07bb09d", name: "AAD_PREMIUM" };
const p2 = { id: "eec0eb4f-6444-4f95-aba0-50c24d67f998", name: "AAD_PREMIUM_P2" };
const governance = {
  id: "e866a266-3cff-43a3-acca-0c90a7e00c8b",
  name: "Entra_Identity_Governance",
};

/** https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference */
const skus: Readonly<Record<Licence, readonly Sku[]>> = {
  none: [],
  P1: [{ id: "078d2b04-f1bd-4111-bbd4-b4b1b354cef4", name: "AAD_PREMIUM", plans: [p1] }],
  P2: [{ id: "84a661c4-e949-4bd2-a560-ed7766fcaf2b", name: "AAD_PREMIUM_P2", plans: [p1, p2] }],
  governance: [
    { id: "84a661c4-e949-4bd2-a560-ed7766fcaf2b", name: "AAD_PREMIUM_P2", plans: [p1, p2] },
    {
      id: "e866a266-3cff-43a3-acca-0c90a7e00c8b",
      name: "Microsoft_Entra_ID_Governance",
      plans: [governance],
    },
  ],
};

/** Lists what the tenant has bought. */
export const listSubscribedSkus: Endpoint = {
  method: "GET",
  path: "/subscribedSkus",
  documentation: "https://learn.microsoft.com/graph/api/subscribedsku-list?view=graph-rest-1.0",
  scopes: ["LicenseAssignment.Read.All", "Organization.Read.All", "Directory.Read.All"],
  options: ["$select"],
  answer(call) {
    const rows = skus[call.tenant.licence].map((sku) => describe(sku, call.tenant));
    const known = new Set(Object.keys(describe({ id: "", name: "", plans: [] }, call.tenant)));
    const type = "microsoft.graph.subscribedSku";
    const names = parseSelect(call.query.get("$select"), type, (name) => known.has(name));
    const rules = { defaultTop: 100, maxTop: 999, key: ({ id }: { id: string }) => id };
    return collection(call, "subscribedSkus", page(call, rows, rules), (row) =>
      names
        ? Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)))
        : row,
    );
  },
};

function describe(sku: Sku, tenant: Tenant) {
  return {
    accountId: tenant.id,
    accountName: tenant.displayName,
    appliesTo: "User",
    capabilityStatus: "Enabled",
    consumedUnits: 0,
    id: `${tenant.id}_${sku.id}`,
    skuId: sku.id,
    skuPartNumber: sku.name,
    subscriptionIds: [],
    prepaidUnits: { enabled: 1000, suspended: 0, warning: 0, lockedOut: 0 },
    servicePlans: sku.plans.map(({ id, name }) => ({
      appliesTo: "User",
      provisioningStatus: "Success",
      servicePlanId: id,
      servicePlanName: name,
    })),
  };
}
