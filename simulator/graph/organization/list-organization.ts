import { collection } from "../collection.ts";
import type { Endpoint } from "../endpoint.ts";
import { parseSelect } from "../odata/select.ts";
import { page } from "../paging.ts";
import type { Tenant } from "../../state/tenant.ts";

/** Describes the tenant itself. */
export const listOrganization: Endpoint = {
  method: "GET",
  path: "/organization",
  documentation: "https://learn.microsoft.com/graph/api/organization-list?view=graph-rest-1.0",
  scopes: ["User.Read", "Organization.Read.All", "Directory.Read.All", "User.Read.All"],
  options: ["$select"],
  guestsToo: true,
  answer(call) {
    const whole = describe(call.tenant);
    const isKnown = (name: string) => Object.hasOwn(whole, name);
    const names = parseSelect(call.query.get("$select"), "microsoft.graph.organization", isKnown);
    const rules = { defaultTop: 100, maxTop: 999, key: () => call.tenant.id };
    const context = names ? `organization(${names.join(",")})` : "organization";
    return collection(call, context, page(call, [whole], rules), () =>
      names ? Object.fromEntries(names.map((name) => [name, whole[name]])) : whole,
    );
  },
};

function describe(tenant: Tenant): Record<string, unknown> {
  return {
    id: tenant.id,
    deletedDateTime: null,
    businessPhones: [],
    city: null,
    country: null,
    countryLetterCode: "DE",
    createdDateTime: "2015-03-02T09:00:00Z",
    defaultUsageLocation: null,
    displayName: tenant.displayName,
    marketingNotificationEmails: [],
    onPremisesLastSyncDateTime: null,
    onPremisesSyncEnabled: null,
    postalCode: null,
    preferredLanguage: "en",
    securityComplianceNotificationMails: [],
    securityComplianceNotificationPhones: [],
    state: null,
    street: null,
    technicalNotificationMails: [`it@${tenant.defaultDomain}`],
    tenantType: "AAD",
    assignedPlans: [],
    provisionedPlans: [],
    verifiedDomains: [
      {
        capabilities: "Email, OfficeCommunicationsOnline",
        isDefault: true,
        isInitial: false,
        name: tenant.defaultDomain,
        type: "Managed",
      },
    ],
  };
}
