import { delegatedScopes } from "../state/consent-scopes.ts";
import { AuthorityRefusal } from "./refusal.ts";
import type { Registration } from "./registration.ts";

export type Resource = "graph" | "own-api";

export interface RequestedScope {
  /** Exactly as the client wrote it: MSAL finds a token again only under the same spelling. */
  spelling: string;
  /** The permission's own name, without its resource. */
  name: string;
}

export interface RequestedScopes {
  resource: Resource;
  permissions: RequestedScope[];
  /** `openid`, `profile` and the like, as asked. */
  aboutSignIn: string[];
  /** The spelling of `.default`, if it was requested. It means everything consented to. */
  everything: string | undefined;
}

export const graphAppId = "00000003-0000-0000-c000-000000000000";
const graphPrefixes = ["https://graph.microsoft.com/", `${graphAppId}/`];
const signInScopes = new Set(["openid", "profile", "email", "offline_access"]);

/** Reads a `scope` parameter, or refuses it as Entra does; scopes of sign-in alone mean Graph. */
export function readScopes(text: string, registration: Registration): RequestedScopes {
  const words = text.split(" ").filter((word) => word !== "");
  const aboutSignIn = words.filter((word) => signInScopes.has(word));
  const rest = words.filter((word) => !signInScopes.has(word));
  const placed = rest.map((spelling) => place(spelling, registration));
  const resources = new Set(placed.map((one) => one.resource));
  if (resources.size > 1) throw severalResources(text);
  const resource = placed[0]?.resource ?? "graph";
  const everything = placed.find((one) => one.name === ".default")?.spelling;
  const named = placed.filter((one) => one.name !== ".default");
  const all = resource === "own-api" && everything !== undefined ? exposed(registration) : [];
  return {
    resource,
    permissions: [...named, ...all].map(({ spelling, name }) => ({ spelling, name })),
    aboutSignIn,
    everything,
  };
}

function exposed({ clientId, apiScopes }: Registration): RequestedScope[] {
  return apiScopes.map((name) => ({ spelling: `api://${clientId}/${name}`, name }));
}

function place(
  spelling: string,
  registration: Registration,
): RequestedScope & { resource: Resource } {
  const own = [`api://${registration.clientId}/`, `${registration.clientId}/`];
  const ownPrefix = own.find((prefix) => spelling.startsWith(prefix));
  if (ownPrefix !== undefined) {
    const name = ownScope(spelling, spelling.slice(ownPrefix.length), registration);
    return { spelling, name, resource: "own-api" };
  }
  const prefix = graphPrefixes.find((each) => spelling.startsWith(each)) ?? "";
  if (prefix === "" && spelling.includes("/")) throw unknownResource(spelling);
  return { spelling, name: graphScope(spelling.slice(prefix.length)), resource: "graph" };
}

function ownScope(spelling: string, name: string, registration: Registration): string {
  if (name === ".default") return name;
  const known = registration.apiScopes.find((each) => each.toLowerCase() === name.toLowerCase());
  if (known === undefined) throw unknownScope(spelling, registration.clientId);
  return known;
}

function graphScope(name: string): string {
  if (name === ".default") return name;
  const known = delegatedScopes.get(name.toLowerCase());
  if (known === undefined) throw unknownScope(name, graphAppId);
  return known.name;
}

function unknownScope(scope: string, resource: string): AuthorityRefusal {
  return new AuthorityRefusal(
    "invalid_client",
    650053,
    `The application asked for scope '${scope}' that doesn't exist on the resource '${resource}'. Contact the app vendor.`,
  );
}

function unknownResource(spelling: string): AuthorityRefusal {
  const resource = spelling.slice(0, spelling.lastIndexOf("/"));
  return new AuthorityRefusal(
    "invalid_resource",
    500011,
    `The resource principal named ${resource} was not found in the tenant. This can happen if the application has not been installed by the administrator of the tenant.`,
  );
}

function severalResources(text: string): AuthorityRefusal {
  return new AuthorityRefusal(
    "invalid_request",
    28000,
    `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${text} is not valid.`,
  );
}
