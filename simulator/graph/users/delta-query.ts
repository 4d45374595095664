import { selectedOfUser } from "./present-user.ts";
import { userProperties } from "./user-properties.ts";
import type { Call } from "../endpoint.ts";
import { badRequest, unsupportedQuery } from "../errors.ts";
import type { Filter } from "../odata/expression.ts";
import { parseFilter } from "../odata/parse-filter.ts";

const MOST_IDS = 50;

/** What the first call of a delta query asks to be told about. */
interface DeltaQuery {
  select: readonly string[] | null;
  ids: readonly string[] | null;
}

/** Reads `$select` and `$filter`; only ids may be filtered, and sign-in times are not tracked. */
export function readDeltaQuery(call: Call): DeltaQuery {
  const names = call.query
    .get("$select")
    ?.split(",")
    .map((name) => name.trim());
  const plain = names?.filter((name) => name !== "manager");
  if (plain && plain.length > 0) selectedOfUser(plain.join(","));
  if (names?.includes("signInActivity")) {
    throw unsupportedQuery("The property 'signInActivity' is not supported in delta queries.");
  }
  const filter = call.query.get("$filter");
  return { select: names ?? null, ids: filter === null ? null : idsIn(parseFilter(filter)) };
}

/** The properties a delta query without `$select` tells about. */
export function isTracked(name: string): boolean {
  return name === "manager" || (Object.hasOwn(userProperties, name) && name !== "signInActivity");
}

function idsIn(filter: Filter): string[] {
  const ids = eachId(filter);
  if (ids.length > MOST_IDS) {
    throw badRequest(`Delta queries support filtering by at most ${MOST_IDS} objects.`);
  }
  return ids;
}

function eachId(filter: Filter): string[] {
  if (filter.kind === "or") return [...eachId(filter.left), ...eachId(filter.right)];
  if (
    filter.kind === "compare" &&
    filter.operator === "eq" &&
    filter.path.segments.join("/") === "id" &&
    (filter.value.kind === "string" || filter.value.kind === "guid")
  ) {
    return [filter.value.value.toLowerCase()];
  }
  throw unsupportedQuery("Delta queries support $filter by 'id eq' joined with 'or' only.");
}
