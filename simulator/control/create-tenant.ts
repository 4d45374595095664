import { randomUUID } from "node:crypto";
import { holdReviews } from "../demo/hold-reviews.ts";
import { initialConsents, type ConsentedAtFirst } from "../state/consent.ts";
import { seedTenant } from "../state/seed/harborline.ts";
import type { Licence, Tenant, Tenants } from "../state/tenant.ts";
import { Fields } from "./fields.ts";

export const licences: readonly Licence[] = ["none", "P1", "P2", "governance"];
const consents: readonly ConsentedAtFirst[] = ["reading", "reviewing", "everything", "nothing"];

/** Makes a tenant in which the product is registered, as it is asked for: see `TenantRequest`. */
export async function createTenant(
  tenants: Tenants,
  clientId: string,
  body: unknown,
): Promise<Tenant> {
  const fields = new Fields(body);
  const licence = fields.maybe("licence", () => fields.oneOf("licence", licences));
  const atFirst = fields.maybe("consents", () => fields.oneOf("consents", consents));
  const displayName = fields.maybe("displayName", () => fields.text("displayName"));
  const guests = fields.maybe("guests", () => fields.whole("guests", 0, 1_000_000)) ?? 0;
  const seed = fields.maybe("seed", () => fields.whole("seed", 0, 1_000_000)) ?? 1;
  const reviews = fields.maybe("reviews", () => fields.flag("reviews")) ?? false;
  fields.end();
  const tenant = seedTenant({
    id: randomUUID(),
    clientId,
    guests,
    seed,
    displayName: displayName ?? "Throwaway",
    ...(licence !== undefined && { licence }),
  });
  tenant.consents.clear();
  for (const [who, scopes] of initialConsents(atFirst)) tenant.consents.set(who, scopes);
  if (reviews) await holdReviews(tenant, seed);
  tenants.add(tenant);
  return tenant;
}
