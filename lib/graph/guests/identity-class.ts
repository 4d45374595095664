import type { IdentityClass } from "@/lib/domain/guest";

const issuers: Readonly<Record<string, IdentityClass>> = {
  externalazuread: "entra",
  microsoftaccount: "microsoft-account",
  "google.com": "google",
  mail: "one-time-passcode",
};

/**
 * Where a guest proves who they are, by the issuers of their federated identities; a guest who has not accepted yet
 * has none. https://learn.microsoft.com/entra/external-id/user-properties#identities
 */
export function identityClassOf(
  identities: readonly {
    readonly signInType?: string | null | undefined;
    readonly issuer?: string | null | undefined;
  }[],
): IdentityClass {
  for (const { signInType, issuer } of identities) {
    if (signInType !== "federated" || issuer === null || issuer === undefined) continue;
    // Any other issuer is the domain or address of a SAML or WS-Fed provider.
    return issuers[issuer.toLowerCase()] ?? "federated";
  }
  return "other";
}
