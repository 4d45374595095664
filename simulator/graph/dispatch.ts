import type { Answer, Call, Endpoint } from "./endpoint.ts";
import { endpoints } from "./endpoints.ts";
import { GraphRefusal, badRequest, forbidden, notImplemented } from "./errors.ts";
import { holdsAnyOf } from "./holds-any-of.ts";
import { route, type Route } from "./route.ts";
import { plainPath, plainQuery, withoutNamespace } from "./spelling.ts";
import { advanceReviews } from "../state/access-reviews/advance-reviews.ts";

/** A call as read from the wire, before its path was understood. */
export type IncomingCall = Omit<Call, "params">;

/** Answers one call: finds the endpoint, then checks scope, directory role, guest and query options; throws GraphRefusal. */
export async function dispatch(incoming: IncomingCall): Promise<Answer> {
  const { path, found } = routed(incoming);
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
      const query = plainQuery(incoming.query);
      const call: Call = { ...incoming, path, query, params: found.params };
      refuseWithoutRight(call, found.endpoint);
      refuseUnknownOptions(call, found.endpoint);
      return found.endpoint.answer(call);
    }
  }
}

/** The endpoint for a call, and the path that it was found by. */
function routed({ method, path, caller }: IncomingCall) {
  const [best] = spellingsOf(plainPath(path), caller.userId)
    .map((spelling) => ({ path: spelling, found: route(endpoints, method, spelling) }))
    .sort((a, b) => parametersOf(a.found) - parametersOf(b.found));
  return best ?? { path, found: { kind: "unknown" } as const };
}

/** `/users/microsoft.graph.delta` names a function, though it could be the key of somebody. */
function parametersOf(found: Route): number {
  return found.kind === "found" ? Object.keys(found.params).length : Infinity;
}

/** `/me/…` is `/users/{my id}/…`, but for those that name `/me` themselves; an action may be named in full. */
function spellingsOf(path: string, myId: string): readonly string[] {
  const ofMe = /^\/me(?=\/)/i;
  const paths = ofMe.test(path) ? [path, path.replace(ofMe, `/users/${myId}`)] : [path];
  return [...paths, ...paths.flatMap((each) => withoutNamespace(each) ?? [])];
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

/** https://learn.microsoft.com/graph/query-parameters#odata-system-query-options */
const QUERY_OPTIONS: ReadonlySet<string> = new Set([
  ...["$count", "$expand", "$filter", "$format", "$orderby", "$search", "$select", "$skip", "$top"],
  ...["$deltatoken", "$skiptoken", "$apply", "$levels"],
]);

/** What no operation of Graph reads is refused as Graph would; what this simulator lacks is never told as a refusal. */
function refuseUnknownOptions(call: Call, endpoint: Endpoint): void {
  const { options = [], refusedOptions = [], method, path } = endpoint;
  const known = new Set(options);
  if (method === "GET") known.add("$skiptoken");
  const names = [...call.query.keys()];
  for (const name of names) {
    if (known.has(name)) continue;
    if (refusedOptions.includes(name) || !QUERY_OPTIONS.has(name)) {
      throw badRequest(`Unrecognized query argument specified: '${name}'.`);
    }
    throw notImplemented(`The simulator does not read '${name}' of ${method} ${path}.`);
  }
  if (new Set(names).size !== names.length) {
    throw badRequest(
      "Query option was specified more than once, but it must be specified at most once.",
    );
  }
}
