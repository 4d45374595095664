import { consentedScopes } from "../state/consent.ts";
import { delegatedScopes } from "../state/consent-scopes.ts";
import type { Tenant } from "../state/tenant.ts";
import { accountByHint, accountById, type Account } from "./account.ts";
import type { AuthorizeRequest } from "./authorize-request.ts";
import { AuthorityRefusal, consentRequired } from "./refusal.ts";
import type { Registration } from "./registration.ts";
import type { RequestedScopes } from "./scopes.ts";
import type { SignedIn } from "./sessions.ts";

/** What the pages of this sign-in have decided already. */
export interface Progress {
  chosen: string | null;
  consented: boolean;
}

export type Decision =
  | { kind: "choose" }
  | { kind: "consent" | "needs-admin"; account: Account; scopes: string[] }
  | { kind: "grant"; account: Account; signedIn: SignedIn }
  | { kind: "refuse"; refusal: AuthorityRefusal };

/** Decides what an authorize request leads to, from the request, session and directory alone. */
export function decide(
  tenant: Tenant,
  registration: Registration,
  request: AuthorizeRequest,
  session: readonly SignedIn[],
  progress: Progress,
): Decision {
  const signedIn = whoIsMeant(tenant, request, session, progress);
  const account = signedIn === undefined ? undefined : accountById(tenant, signedIn.userId);
  if (signedIn === undefined || account === undefined) return nobody(request, session);
  const missing = missingScopes(tenant, signedIn.userId, request.scopes);
  const mustAsk = request.prompt === "consent" && !progress.consented;
  if (missing.length === 0 && !mustAsk) return { kind: "grant", account, signedIn };
  if (request.prompt === "none") {
    const { clientId, displayName } = registration;
    return {
      kind: "refuse",
      refusal: consentRequired("interaction_required", clientId, displayName),
    };
  }
  const blocked = missing.filter(needsAdmin);
  if (blocked.length > 0 && !account.persona.canConsentForAll) {
    return { kind: "needs-admin", account, scopes: blocked };
  }
  const names = request.scopes.permissions.map((scope) => scope.name);
  return { kind: "consent", account, scopes: mustAsk ? names : missing };
}

/** The requested Graph permissions without consent for this person. The product's own API needs none. */
export function missingScopes(tenant: Tenant, userId: string, scopes: RequestedScopes): string[] {
  if (scopes.resource === "own-api") return [];
  const consented = consentedScopes(tenant, userId);
  return scopes.permissions.map((scope) => scope.name).filter((name) => !consented.has(name));
}

function needsAdmin(name: string): boolean {
  return delegatedScopes.get(name.toLowerCase())?.consentBy === "admin";
}

function whoIsMeant(
  tenant: Tenant,
  { prompt, loginHint }: AuthorizeRequest,
  session: readonly SignedIn[],
  { chosen }: Progress,
): SignedIn | undefined {
  const by = (userId: string | undefined) => session.find((one) => one.userId === userId);
  if (chosen !== null && prompt !== "none") return by(chosen);
  if (prompt === "login" || prompt === "select_account") return undefined;
  if (loginHint !== null) return by(accountByHint(tenant, loginHint)?.persona.userId);
  return session.length === 1 ? session[0] : undefined;
}

function nobody(request: AuthorizeRequest, session: readonly SignedIn[]): Decision {
  if (request.prompt !== "none") return { kind: "choose" };
  const refusal =
    session.length > 1 && request.loginHint === null
      ? new AuthorityRefusal(
          "interaction_required",
          16000,
          "Either multiple user identities are available for the current request or selected account is not supported for the scenario.",
        )
      : new AuthorityRefusal(
          "login_required",
          50058,
          "A silent sign-in request was sent but no user is signed in.",
        );
  return { kind: "refuse", refusal };
}
