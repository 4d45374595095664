import type { Context } from "hono";
import type { Tenant } from "../state/tenant.ts";
import type { Authority } from "./authority.ts";
import { readAuthorizeRequest, readReplyTo, type AuthorizeRequest } from "./authorize-request.ts";
import { consentPage, needsAdminPage } from "./consent-page.ts";
import { decide, type Decision } from "./decide.ts";
import { pageHeaders } from "./page.ts";
import { personaPage } from "./persona-page.ts";
import { AuthorityRefusal } from "./refusal.ts";
import { refusalUrl, replyUrl } from "./reply.ts";
import { tenantOf, traced } from "./request-context.ts";
import { progressOf, withoutProgress } from "./progress.ts";
import { readSession, type SignedIn } from "./sessions.ts";
import { clientInfo } from "./tokens.ts";

/** `GET /{tenant}/oauth2/v2.0/authorize`: a page to go on with, or a redirect with the answer. */
export async function authorize(c: Context, authority: Authority): Promise<Response> {
  const tenant = tenantOf(c, authority);
  const query = new URL(c.req.url).searchParams;
  const replyTo = readReplyTo(query, authority, tenant);
  try {
    const request = readAuthorizeRequest(query, replyTo, authority);
    const session = await readSession(c, tenant, authority.keys);
    const decision = decide(tenant, authority.registration, request, session, progressOf(query));
    return await carryOut(c, authority, { tenant, query, request, session, decision });
  } catch (cause) {
    if (!(cause instanceof AuthorityRefusal)) throw cause;
    return redirect(c, refusalUrl(replyTo, cause, traced(c, authority)));
  }
}

interface Step {
  tenant: Tenant;
  query: URLSearchParams;
  request: AuthorizeRequest;
  session: readonly SignedIn[];
  decision: Decision;
}

async function carryOut(c: Context, authority: Authority, step: Step): Promise<Response> {
  const { tenant, request, session, decision } = step;
  const application = authority.registration.displayName;
  const headers = pageHeaders(request.replyTo.redirectUri);
  const carried = withoutProgress(step.query).toString();
  switch (decision.kind) {
    case "choose": {
      const hint = request.loginHint;
      const page = personaPage({ tenant, application, session, hint, request: carried });
      return c.html(page, 200, headers);
    }
    case "consent":
    case "needs-admin": {
      const show = decision.kind === "consent" ? consentPage : needsAdminPage;
      return c.html(show({ tenant, application, ...decision, request: carried }), 200, headers);
    }
    case "grant":
      return redirect(c, grantedUrl(authority, tenant, request, decision));
    case "refuse":
      throw decision.refusal;
  }
}

function grantedUrl(
  authority: Authority,
  tenant: Tenant,
  request: AuthorizeRequest,
  { account, signedIn }: Extract<Decision, { kind: "grant" }>,
): string {
  const { replyTo, challenge, nonce, scopes, claims } = request;
  const code = authority.codes.issue({
    tenantId: tenant.id,
    clientId: replyTo.clientId,
    redirectUri: replyTo.redirectUri,
    challenge,
    nonce,
    signedIn,
    scopes,
    claims,
    issuedAt: tenant.clock.now(),
  });
  return replyUrl(replyTo, {
    code,
    client_info: clientInfo(tenant, account),
    session_state: signedIn.sessionId,
  });
}

/** Redirects carry no framing rule, since hidden frames renew tokens through them. */
export function redirect(c: Context, to: string, status: 302 | 303 = 302): Response {
  c.header("cache-control", "no-store");
  return c.redirect(to, status);
}
