import { isGuid } from "@/lib/domain/guid";
import "server-only";
import type { CloudName } from "./cloud";
import { settings, type Settings } from "./settings";

/** The settings that the page may know. None is secret. */
export interface PublicSettings {
  readonly clientId: string;
  readonly tenantId: string;
  /** MSAL's authority. */
  readonly authority: string;
  readonly knownAuthorities?: readonly string[];
  /** The discovery document as JSON text, only where the authority's host does not exist. */
  readonly authorityMetadata?: string;
  /** Origin of Microsoft Graph, or of the simulator that plays it. */
  readonly graphRoot: string;
  /** The delegated permission of our own API. */
  readonly apiScope: string;
  readonly cloud: CloudName;
  readonly simulated: boolean;
}

/** What `cookies()` of next/headers gives, as far as it is needed here. */
export interface CookieReader {
  get(name: string): { readonly value: string } | undefined;
}

/** The name of the cookie by which a browser asks for another simulated tenant. */
export const SIMULATOR_TENANT_COOKIE = "simulator-tenant";

/** A host that does not exist: MSAL needs an https authority, but with metadata it never calls it. */
const SIMULATED_AUTHORITY = "simulator.invalid";

/** The settings for one request's page; the cookie counts only against the simulator. */
export function publicSettings(cookies: CookieReader, from: Settings = settings()): PublicSettings {
  const shared = {
    clientId: from.clientId,
    apiScope: `api://${from.clientId}/Governance.ReadWrite`,
    cloud: from.cloudName,
  };
  if (from.simulatorOrigin === null) {
    return {
      ...shared,
      tenantId: from.tenantId,
      authority: `${from.cloud.authority}/${from.tenantId}`,
      graphRoot: from.cloud.graphRoot,
      simulated: false,
    };
  }
  const tenantCookie = cookies.get(SIMULATOR_TENANT_COOKIE)?.value;
  const tenantId =
    tenantCookie !== undefined && isGuid(tenantCookie) ? tenantCookie.toLowerCase() : from.tenantId;
  return {
    ...shared,
    tenantId,
    authority: `https://${SIMULATED_AUTHORITY}/${tenantId}`,
    knownAuthorities: [SIMULATED_AUTHORITY],
    authorityMetadata: JSON.stringify(simulatedMetadata(from.simulatorOrigin, tenantId)),
    graphRoot: from.simulatorOrigin,
    simulated: true,
  };
}

function simulatedMetadata(origin: string, tenantId: string): Record<string, string> {
  const root = `${origin}/${tenantId}`;
  return {
    issuer: `${root}/v2.0`,
    authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
    token_endpoint: `${root}/oauth2/v2.0/token`,
    end_session_endpoint: `${root}/oauth2/v2.0/logout`,
    jwks_uri: `${root}/discovery/v2.0/keys`,
  };
}
