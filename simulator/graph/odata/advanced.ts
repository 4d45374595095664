import type { Call } from "../endpoint.ts";
import { GraphRefusal, badRequest, unsupportedQuery } from "../errors.ts";

/** Whether the call says `ConsistencyLevel: eventual`. */
export function saysEventual(call: Call): boolean {
  return call.headers.get("ConsistencyLevel")?.toLowerCase() === "eventual";
}

/** Whether `$count=true` stands in the query; anything but true or false is refused. */
export function asksForCount(call: Call): boolean {
  const count = call.query.get("$count");
  if (count !== null && count !== "true" && count !== "false") {
    throw badRequest(`Invalid value '${count}' for $count query option.`);
  }
  return count === "true";
}

/** Whether this is an advanced query: https://learn.microsoft.com/graph/aad-advanced-queries */
export function isAdvancedQuery(call: Call): boolean {
  return saysEventual(call) && asksForCount(call);
}

/** Refuses `/$count` without the header. */
export function refuseCountWithoutHeader(call: Call): void {
  if (!saysEventual(call)) throw badRequest("$count is not currently supported.");
}

/** Refuses `$search` without the header. */
export function refuseSearchWithoutHeader(call: Call): void {
  if (call.query.has("$search") && !saysEventual(call)) {
    throw unsupportedQuery(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
}

/** Refuses `$expand` in an advanced query. */
export function refuseExpandInAdvanced(call: Call): void {
  if (!call.query.has("$expand")) return;
  if (isAdvancedQuery(call) || call.query.has("$search")) {
    throw new GraphRefusal(
      400,
      "Request_UnsupportedQuery",
      "The $expand query parameter is not supported with advanced query capabilities.",
    );
  }
}
