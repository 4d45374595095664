import { delegatedScopes } from "./consent-scopes.ts";
import type { Tenant } from "./tenant.ts";

/** The key of `Tenant.consents` under which consent for the whole organization stands. */
export const everybody = "*";

/** What the product reads with. Write permissions are left out: they are consented to when first needed. */
const readingScopes = [
  "User.Read",
  "User.Read.All",
  "AuditLog.Read.All",
  "GroupMember.Read.All",
  "Application.Read.All",
  "Directory.Read.All",
  "RoleManagement.Read.Directory",
  "RoleEligibilitySchedule.Read.Directory",
  "Organization.Read.All",
  "AccessReview.Read.All",
];

/** What reviewers decide with: they are rarely administrators, who alone may consent to it. */
const reviewingScope = "AccessReview.ReadWrite.All";

/** What an administrator has consented to for everybody before anything happens. */
export type ConsentedAtFirst = "reading" | "reviewing" | "everything" | "nothing";

/** The consents a simulated organization begins with. */
export function initialConsents(atFirst: ConsentedAtFirst = "reading"): Map<string, Set<string>> {
  return new Map([[everybody, new Set(scopesAtFirst(atFirst))]]);
}

function scopesAtFirst(atFirst: ConsentedAtFirst): string[] {
  switch (atFirst) {
    case "reading":
      return readingScopes;
    case "reviewing":
      return [...readingScopes, reviewingScope];
    case "everything":
      return [...delegatedScopes.values()].map((scope) => scope.name);
    case "nothing":
      return [];
  }
}

/** The Graph scopes this person may be given a token for: their own consents and the organization's. */
export function consentedScopes(tenant: Tenant, userId: string): Set<string> {
  return new Set([
    ...(tenant.consents.get(everybody) ?? []),
    ...(tenant.consents.get(userId) ?? []),
  ]);
}

/** Remembers consent to these scopes, for one person or for `everybody`. */
export function grantConsent(tenant: Tenant, who: string, scopes: Iterable<string>): void {
  const granted = tenant.consents.get(who) ?? new Set<string>();
  for (const scope of scopes) granted.add(scope);
  tenant.consents.set(who, granted);
}

/** Takes a scope's consent back from everyone; tokens already given out keep it until they expire. */
export function withdrawConsent(tenant: Tenant, scope: string): boolean {
  return [...tenant.consents.values()].map((granted) => granted.delete(scope)).some(Boolean);
}
