import { randomUUID } from "node:crypto";
import type { Tenant } from "../state/tenant.ts";
import { homeOf, type Account } from "./account.ts";
import type { Registration } from "./registration.ts";

/** Writes an interactive sign-in into the tenant's own log, and onto the person, as Entra does. */
export function noteSignIn(
  tenant: Tenant,
  registration: Registration,
  { persona, user }: Account,
  failure: { code: number; reason: string } | null,
): void {
  const at = tenant.clock.iso();
  const home = homeOf(tenant, user);
  tenant.directory.signInLog.push({
    id: randomUUID(),
    createdDateTime: at,
    userId: user.id,
    userDisplayName: user.displayName,
    userPrincipalName: persona.username,
    appId: registration.clientId,
    appDisplayName: registration.displayName,
    ipAddress: "127.0.0.1",
    clientAppUsed: "Browser",
    isInteractive: true,
    errorCode: failure?.code ?? 0,
    failureReason: failure?.reason ?? null,
    homeTenantId: home.tenantId,
    resourceTenantId: tenant.id,
  });
  user.signIns = {
    ...user.signIns,
    lastAttemptAt: at,
    ...(failure === null && { lastSuccessAt: at }),
  };
}
