import type { Answer, Call, Endpoint } from "./endpoint.ts";
import { endpoints } from "./endpoints.ts";
import { GraphRefusal, badRequest, forbidden, notImplemented } from "./errors.ts";
import { holdsAnyOf } from "./holds-any-of.ts";
import { route } from "./route.ts";
import { advanceReviews } from "../state/access-reviews/advance-reviews.ts";

/** A call as read from the wire, before its path was understood. */
export type IncomingCall = Omit<Call, "params">;

/** Answers one call: finds the endpoint, then checks scope, directory role, guest and query options; throws GraphRefusal. */
export async function dispatch(incoming: IncomingCall): Promise<Answer> {
  const path = spelled(incoming);
  const found = route(endpoints, incoming.method, path);
  switch (found.kind) {
    case "unknown":
      throw notImplemented(
        `The simulator has no operation '${incoming.method} ${incoming.path}'. ` +
          "Add a file for it under simulator/graph and name it in endpoints.ts.",
      );
    case "wrong-method":
      throw new GraphRefusal(
        405,
        "Request_BadRequest",
        `Specified HTTP method is not allowed for the request target '${incoming.path}'.`,
        { Allow: found.allowed.join(", ") },
      );
    case "found": {
      advanceReviews(incoming.tenant.directory);
      const call: Call = { ...incoming, path, params: found.params };
      refuseWithoutRight(call, found.endpoint);
      refuseUnknownOptions(call, found.endpoint);
      return found.endpoint.answer(call);
    }
  }
}

/**
 * The path as endpoints spell it: `/me/…` is `/users/{my id}/…`, but for those that name `/me` themselves,
 * and a function may be called with empty brackets.
 */
function spelled(call: IncomingCall): string {
  const path = call.path.replace(/\(\)$/, "");
  if (!path.startsWith("/me/")) return path;
  if (endpoints.some((endpoint) => endpoint.path === path)) return path;
  return `/users/${call.caller.userId}${path.slice(3)}`;
}

function refuseWithoutRight(call: Call, endpoint: Endpoint): void {
  const { caller, tenant, params } = call;
  const self = tenant.directory.users.get(caller.userId);
  const aboutSelf =
    params.id !== undefined &&
    (params.id === caller.userId ||
      params.id.toLowerCase() === self?.userPrincipalName.toLowerCase());
  const opening = [...endpoint.scopes, ...(aboutSelf ? (endpoint.selfScopes ?? []) : [])];
  if (!opening.some((scope) => caller.scopes.has(scope))) throw forbidden();
  const { roles, withoutRole = forbidden } = endpoint;
  if (roles && !holdsAnyOf(caller, roles)) throw withoutRole();
  if (caller.isGuest && !endpoint.guestsToo) throw forbidden();
  if (caller.isGuest && !aboutSelf && endpoint.path.startsWith("/users/{id}")) throw forbidden();
}

function refuseUnknownOptions(call: Call, endpoint: Endpoint): void {
  const known = new Set(endpoint.options ?? []);
  if (endpoint.method === "GET") known.add("$skiptoken");
  const names = [...call.query.keys()];
  for (const name of names) {
    if (!known.has(name)) throw badRequest(`Unrecognized query argument specified: '${name}'.`);
  }
  if (new Set(names).size !== names.length) {
    throw badRequest(
      "Query option was specified more than once, but it must be specified at most once.",
    );
  }
}
