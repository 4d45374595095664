import { Hono, type Context } from "hono";
import { cors } from "hono/cors";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Authority } from "./authority.ts";
import { authorize } from "./authorize.ts";
import { discoveryDocument } from "./discovery.ts";
import { refusalPage } from "./message-page.ts";
import { pageHeaders } from "./page.ts";
import { AuthorityRefusal, errorBody } from "./refusal.ts";
import { tenantOf, traced } from "./request-context.ts";
import { answerConsent, pickAccount } from "./sign-in-forms.ts";
import { signOut } from "./sign-out.ts";
import { answerTokenRequest } from "./token-endpoint.ts";

/** Entra's sign-in: pages for a browser, endpoints for MSAL. */
export function authorityApp(authority: Authority): Hono {
  const app = new Hono();
  app.use("/:tenant/v2.0/.well-known/*", cors());
  app.use("/:tenant/discovery/v2.0/*", cors());
  app.use("/:tenant/oauth2/v2.0/token", cors({ allowMethods: ["POST"] }));

  app.get("/:tenant/v2.0/.well-known/openid-configuration", (c) =>
    asJson(c, authority, () => discoveryDocument(authority, tenantOf(c, authority))),
  );
  app.get("/:tenant/discovery/v2.0/keys", (c) =>
    asJson(c, authority, () => {
      tenantOf(c, authority);
      return { ...authority.keys.publicJwks() };
    }),
  );
  app.post("/:tenant/oauth2/v2.0/token", (c) =>
    asJson(c, authority, async () => {
      const tenant = tenantOf(c, authority);
      return answerTokenRequest(authority, tenant, await tokenForm(c));
    }),
  );

  app.get("/:tenant/oauth2/v2.0/authorize", (c) => asPage(c, authority, authorize));
  app.get("/:tenant/oauth2/v2.0/logout", (c) => asPage(c, authority, signOut));
  app.post("/:tenant/login", (c) => asPage(c, authority, pickAccount));
  app.post("/:tenant/consent", (c) => asPage(c, authority, answerConsent));
  return app;
}

/** Single-page applications redeem their codes from a page, and only from there. */
async function tokenForm(c: Context): Promise<URLSearchParams> {
  if (c.req.header("origin") === undefined) {
    throw new AuthorityRefusal(
      "invalid_request",
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  }
  return new URLSearchParams(await c.req.text());
}

async function asJson(
  c: Context,
  authority: Authority,
  answer: () => Record<string, unknown> | Promise<Record<string, unknown>>,
): Promise<Response> {
  c.header("cache-control", "no-store");
  try {
    return c.json(await answer());
  } catch (cause) {
    if (!(cause instanceof AuthorityRefusal)) throw cause;
    return c.json(errorBody(cause, traced(c, authority)), statusOf(cause));
  }
}

async function asPage(
  c: Context,
  authority: Authority,
  answer: (c: Context, authority: Authority) => Promise<Response>,
): Promise<Response> {
  try {
    return await answer(c, authority);
  } catch (cause) {
    if (!(cause instanceof AuthorityRefusal)) throw cause;
    return c.html(refusalPage(cause, traced(c, authority)), statusOf(cause), pageHeaders());
  }
}

function statusOf(refusal: AuthorityRefusal): ContentfulStatusCode {
  return (refusal.details.status ?? 400) as ContentfulStatusCode;
}
