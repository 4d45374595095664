import type { Context } from "hono";
import { accountByHint } from "./account.ts";
import type { Authority } from "./authority.ts";
import { redirect } from "./authorize.ts";
import { signedOutPage } from "./message-page.ts";
import { pageHeaders } from "./page.ts";
import { isRegistered } from "./registration.ts";
import { tenantOf } from "./request-context.ts";
import { readSession, writeSession } from "./sessions.ts";

/**
 * `GET /{tenant}/oauth2/v2.0/logout`: signs out the account hinted at, everybody without a hint.
 * It leads back to registered addresses alone, with the client's `state`.
 */
export async function signOut(c: Context, authority: Authority): Promise<Response> {
  const tenant = tenantOf(c, authority);
  const hint = c.req.query("logout_hint");
  const meant = hint === undefined ? undefined : accountByHint(tenant, hint)?.persona.userId;
  const session = await readSession(c, tenant, authority.keys);
  const staying = meant === undefined ? [] : session.filter((one) => one.userId !== meant);
  await writeSession(c, tenant, authority.keys, staying);
  const back = c.req.query("post_logout_redirect_uri");
  if (back === undefined || !isRegistered(authority.registration, back)) {
    return c.html(signedOutPage(), 200, pageHeaders());
  }
  const url = new URL(back);
  const state = c.req.query("state");
  if (state !== undefined) url.searchParams.set("state", state);
  return redirect(c, url.href);
}
