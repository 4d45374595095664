import type { JWTPayload } from "jose";
import { vi } from "vitest";
import { POST } from "@/app/api/entries/route";
import { problem } from "@/lib/contract/problem";
import { closeDatabase, database } from "@/lib/ledger/database";
import { freshDatabase } from "@/lib/ledger/testing/fresh-database";
import { readChain } from "@/lib/ledger/testing/read-chain";
import { CLIENT, openIssuer, OTHER_TENANT, TENANT } from "@/lib/ledger/testing/token-issuer";

const SIMULATOR = "http://localhost:4999";
const ORIGIN = "http://localhost:3000";

/** Our API with a database of its own and two tenants, called as Next calls it. */
export interface Api {
  readonly url: string;
  /** A token of our tenant for somebody with that role. */
  as(role: string, changes?: JWTPayload): Promise<string>;
  /** A token of another tenant. */
  asForeigner(role: string): Promise<string>;
  close(): Promise<void>;
}

export async function openApi(): Promise<Api> {
  const fresh = await freshDatabase();
  const contoso = await openIssuer(SIMULATOR, TENANT);
  const fabrikam = await openIssuer(SIMULATOR, OTHER_TENANT);
  vi.stubEnv("GUESTLIST_ORIGIN", ORIGIN);
  vi.stubEnv("ENTRA_TENANT_ID", TENANT);
  vi.stubEnv("ENTRA_CLIENT_ID", CLIENT);
  vi.stubEnv("SIMULATOR_ORIGIN", SIMULATOR);
  vi.stubEnv("DATABASE_URL", fresh.url);
  vi.stubEnv("DATA_DIR", "");
  vi.stubGlobal("fetch", (url: string) =>
    Promise.resolve(Response.json(url.includes(OTHER_TENANT) ? fabrikam.jwks : contoso.jwks)),
  );
  return {
    url: fresh.url,
    as: (role, changes = {}) => contoso.issue({ roles: [role], ...changes }),
    asForeigner: (role) => fabrikam.issue({ roles: [role] }),
    close: async () => {
      await closeDatabase();
      await fresh.drop();
      vi.unstubAllEnvs();
      vi.unstubAllGlobals();
    },
  };
}

/** POST /api/entries with that body: a text as it is, anything else as JSON. */
export function post(
  body: unknown,
  token: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return POST(
    new Request(`${ORIGIN}/api/entries`, {
      method: "POST",
      body: text,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    }),
  );
}

/** A POST of JSON to that handler. */
export function postTo(
  handler: (request: Request) => Promise<Response>,
  body: unknown,
  token: string,
): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return handler(
    new Request(`${ORIGIN}/api/x`, { method: "POST", body: JSON.stringify(body), headers }),
  );
}

/** A GET of that handler. */
export function get(
  handler: (request: Request) => Promise<Response>,
  token: string,
  query = "",
): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  return handler(new Request(`${ORIGIN}/api/x?${query}`, { headers }));
}

/** The body of an error answer. */
export async function refusal(response: Response | Promise<Response>) {
  const answered = await response;
  const { kind, field } = problem.parse(await answered.json());
  return { status: answered.status, kind, field };
}

/** How many entries a tenant's chain has. */
export async function recorded(tenant = TENANT): Promise<number> {
  return (await readChain(await database(), tenant)).length;
}
