import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { Tenant } from "../state/tenant.ts";
import type { Authority } from "./authority.ts";
import { AuthorityRefusal, unknownTenant, type Traced } from "./refusal.ts";

/** The tenant that the path names, or Entra's refusal. */
export function tenantOf(c: Context, authority: Authority): Tenant {
  const id = c.req.param("tenant") ?? "";
  const tenant = authority.tenants.find(id.toLowerCase());
  if (tenant === undefined) throw unknownTenant(id);
  return tenant;
}

/** The ids and the time that an error carries. */
export function traced(c: Context, authority: Authority): Traced {
  const tenant = authority.tenants.find((c.req.param("tenant") ?? "").toLowerCase());
  return {
    traceId: randomUUID(),
    correlationId: c.req.query("client-request-id") ?? randomUUID(),
    at: tenant?.clock.now() ?? Date.now(),
  };
}

/** A form that must have been sent by a page of the authority itself. */
export async function ownForm(c: Context): Promise<URLSearchParams> {
  const origin = c.req.header("origin");
  if (origin !== undefined && origin !== new URL(c.req.url).origin) {
    throw new AuthorityRefusal(
      "invalid_request",
      90006,
      "The form was not sent by a sign-in page.",
      {
        status: 403,
      },
    );
  }
  return new URLSearchParams(await c.req.text());
}
