import type { Context } from "hono";
import { everybody, grantConsent } from "../state/consent.ts";
import type { Tenant } from "../state/tenant.ts";
import { accountById } from "./account.ts";
import type { Authority } from "./authority.ts";
import { redirect } from "./authorize.ts";
import { readAuthorizeRequest, readReplyTo } from "./authorize-request.ts";
import { decide, type Progress } from "./decide.ts";
import { pageHeaders } from "./page.ts";
import { personaPage } from "./persona-page.ts";
import { withProgress } from "./progress.ts";
import { AuthorityRefusal } from "./refusal.ts";
import { refusalUrl } from "./reply.ts";
import { ownForm, tenantOf, traced } from "./request-context.ts";
import { readSession, withAccount, writeSession } from "./sessions.ts";
import { noteSignIn } from "./sign-in-log.ts";

/** `POST /{tenant}/login`: somebody was picked on the sign-in page. */
export async function pickAccount(c: Context, authority: Authority): Promise<Response> {
  const tenant = tenantOf(c, authority);
  const form = await ownForm(c);
  const query = new URLSearchParams(form.get("request") ?? "");
  const replyTo = readReplyTo(query, authority, tenant);
  const account = accountById(tenant, form.get("account") ?? "");
  if (account === undefined) throw nobodySuch();
  const session = await readSession(c, tenant, authority.keys);
  if (!account.user.accountEnabled) {
    const alert =
      "AADSTS50057: Your account has been locked. Contact your support person to unlock it, then try again.";
    noteSignIn(tenant, authority.registration, account, {
      code: 50057,
      reason: "The user account is disabled.",
    });
    const application = authority.registration.displayName;
    const hint = query.get("login_hint");
    const page = personaPage({
      tenant,
      application,
      session,
      hint,
      request: query.toString(),
      alert,
    });
    return c.html(page, 403, pageHeaders(replyTo.redirectUri));
  }
  const { userId } = account.persona;
  await writeSession(c, tenant, authority.keys, withAccount(session, userId, tenant.clock.now()));
  noteSignIn(tenant, authority.registration, account, null);
  return goOn(c, tenant, query, { chosen: userId, consented: false });
}

/** `POST /{tenant}/consent`: the permissions were accepted or not. */
export async function answerConsent(c: Context, authority: Authority): Promise<Response> {
  const tenant = tenantOf(c, authority);
  const form = await ownForm(c);
  const query = new URLSearchParams(form.get("request") ?? "");
  const replyTo = readReplyTo(query, authority, tenant);
  if (form.get("answer") !== "accept") {
    return redirect(c, refusalUrl(replyTo, declined(), traced(c, authority)), 303);
  }
  const request = readAuthorizeRequest(query, replyTo, authority);
  const session = await readSession(c, tenant, authority.keys);
  const chosen = form.get("account");
  const progress: Progress = { chosen, consented: false };
  const decision = decide(tenant, authority.registration, request, session, progress);
  if (decision.kind === "consent") {
    const { persona } = decision.account;
    const forAll = form.get("everybody") === "yes" && persona.canConsentForAll;
    grantConsent(tenant, forAll ? everybody : persona.userId, decision.scopes);
  }
  return goOn(c, tenant, query, { chosen, consented: decision.kind === "consent" });
}

/** Back to the authorize request, by GET, so that a reload or the back button repeats nothing. */
function goOn(c: Context, tenant: Tenant, query: URLSearchParams, progress: Progress): Response {
  return redirect(c, `/${tenant.id}/oauth2/v2.0/authorize?${withProgress(query, progress)}`, 303);
}

function declined(): AuthorityRefusal {
  return new AuthorityRefusal(
    "access_denied",
    65004,
    "User declined to consent to access the app.",
    {
      suberror: "cancel",
    },
  );
}

function nobodySuch(): AuthorityRefusal {
  return new AuthorityRefusal(
    "invalid_request",
    50034,
    "The user account does not exist in this directory.",
  );
}
