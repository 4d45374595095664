import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { type TokenAnswer, BrowserClient } from "../../simulator/authority/browser-client.ts";
import { defaults } from "../../simulator/state/defaults.ts";
import { APP, SIMULATOR } from "./origins.ts";

const SIGN_IN_SCOPES = "openid profile offline_access";
const OWN_API = `api://${defaults.clientId}/Governance.ReadWrite`;
/** All that was ever consented to. */
const GRAPH = "https://graph.microsoft.com/.default";

const authority = {
  origin: SIMULATOR,
  request: (path: string, init?: RequestInit) =>
    fetch(new URL(path, SIMULATOR), { ...init, redirect: "manual" }),
};

/** Goes through the authority's sign-in page as a browser would, and gives back the tokens and the cookies. */
async function throughTheAuthority(tenant: SimulatedTenant, persona: string, scope: string) {
  const client = new BrowserClient(authority, tenant, APP);
  const scopes = { scope: `${scope} ${SIGN_IN_SCOPES}` };
  const { status, body } = await client.redeem(await client.signIn(persona, scopes), scopes);
  if (status !== 200) throw new Error(`${persona} got no tokens: ${body.error_description}`);
  return { tokens: body, cookies: client.cookies() };
}

export type PostToGraph = (url: string, body?: unknown) => Promise<Response>;

/** Posts to Graph as a persona, outside of the product, with what they may do at this moment. */
export async function postingAs(tenant: SimulatedTenant, persona: string): Promise<PostToGraph> {
  const { tokens } = await throughTheAuthority(tenant, persona, GRAPH);
  return (url, body) =>
    fetch(url, {
      method: "POST",
      headers: {
        authorization: `Bearer ${tokens.access_token}`,
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
}

/** An address of the app without a script of its own. */
const BLANK = "/api/health";

/** The configuration by which the product's own MSAL finds these tokens again. */
function msalConfiguration(tenant: SimulatedTenant) {
  const root = `${SIMULATOR}/${tenant.id}`;
  return {
    auth: {
      clientId: defaults.clientId,
      authority: `https://simulator.invalid/${tenant.id}`,
      knownAuthorities: ["simulator.invalid"],
      authorityMetadata: JSON.stringify({
        issuer: `${root}/v2.0`,
        authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
        token_endpoint: `${root}/oauth2/v2.0/token`,
        end_session_endpoint: `${root}/oauth2/v2.0/logout`,
        jwks_uri: `${root}/discovery/v2.0/keys`,
      }),
    },
    cache: { cacheLocation: "localStorage" },
  };
}

let msal: Promise<string> | undefined;

/** MSAL's own script, as the product uses it. */
function msalScript(): Promise<string> {
  const file = createRequire(import.meta.url).resolve("@azure/msal-browser");
  return (msal ??= readFile(file.replace(/[^/]+$/, "msal-browser.min.js"), "utf8"));
}

interface Msal {
  loadExternalTokens: (
    configuration: unknown,
    request: unknown,
    answer: TokenAnswer,
    options: unknown,
  ) => Promise<{ readonly account: { readonly homeAccountId: string } }>;
}

/**
 * Leaves the tab as a sign-in leaves it: with MSAL's accounts and tokens, and the authority's cookie in the browser.
 * The tokens are real, and MSAL itself stores them: https://learn.microsoft.com/entra/msal/javascript/browser/testing
 */
export async function storeSignIn(
  page: Page,
  tenant: SimulatedTenant,
  persona: string,
): Promise<void> {
  const { tokens, cookies } = await throughTheAuthority(tenant, persona, OWN_API);
  await page
    .context()
    .addCookies(cookies.map((cookie) => ({ ...cookie, domain: "localhost", httpOnly: true })));
  await page.goto(BLANK);
  await page.evaluate(await msalScript());
  const argument = { configuration: msalConfiguration(tenant), scopes: [OWN_API], tokens };
  await page.evaluate(async ({ configuration, scopes, tokens: answer }) => {
    const { loadExternalTokens } = (window as unknown as { msal: Msal }).msal;
    const { account } = await loadExternalTokens(configuration, { scopes }, answer, {
      clientInfo: answer.client_info,
      expiresOn: Math.floor(Date.now() / 1_000) + answer.expires_in,
    });
    sessionStorage.setItem("guestlist.account", account.homeAccountId);
  }, argument);
}
