// https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits

interface Request {
  method: string;
  path: string;
  query: URLSearchParams;
}

const BASE: readonly { method: string; path: RegExp; units: number }[] = [
  { method: "GET", path: /^\/users$/, units: 2 },
  { method: "GET", path: /^\/groups\/[^/]+\/members\b/, units: 3 },
  { method: "GET", path: /^\/groups\/[^/]+\/transitiveMembers\b/, units: 5 },
  {
    method: "GET",
    path: /^\/(users\/[^/]+|me)\/(memberOf|transitiveMemberOf|ownedObjects)\b/,
    units: 2,
  },
  { method: "GET", path: /^\/servicePrincipals\/[^/]+\/appRoleAssignments\b/, units: 2 },
  { method: "GET", path: /^\/subscribedSkus$/, units: 3 },
  { method: "POST", path: /\/checkMemberGroups$/, units: 4 },
];

const READING_ACTIONS = /\/(getByIds|getMemberGroups|checkMemberGroups|\$batch)$/;

/** Whether the request counts as a write: an action that only asks does not. */
export function isWrite(request: Request): boolean {
  return request.method !== "GET" && !READING_ACTIONS.test(request.path);
}

/** What one call costs of the tenant's resource units. */
export function resourceUnits(request: Request): number {
  const { method, path, query } = request;
  if (path.endsWith("/getByIds")) return query.has("$select") ? 2 : 5;
  const base = BASE.find((row) => row.method === method && row.path.test(path))?.units ?? 1;
  const top = Number(query.get("$top") ?? Number.NaN);
  const cheaper = (query.has("$select") ? 1 : 0) + (top < 20 ? 1 : 0);
  return Math.max(1, base - cheaper + (query.has("$expand") ? 1 : 0));
}
