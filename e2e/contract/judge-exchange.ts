import type { Exchange } from "./exchange.ts";
import { findOperation, type Found } from "./find-operation.ts";
import { judgeValue } from "./judge-value.ts";
import { bodySchema, type OpenApi } from "./openapi.ts";
import { itemsOfBatch } from "./unpack-batch.ts";

/** What an API's description says about one exchange: nothing, or everything that disagrees. */
export interface Verdict {
  exchange: Exchange;
  disagreements: string[];
}

/** Judges an exchange, or each item of a batch on its own. */
export function judgeExchange(api: OpenApi, exchange: Exchange): Verdict[] {
  if (exchange.path.endsWith("/$batch")) {
    return itemsOfBatch(exchange).flatMap((item) => judgeExchange(api, item));
  }
  return [{ exchange, disagreements: disagreementsIn(api, exchange) }];
}

function disagreementsIn(api: OpenApi, exchange: Exchange): string[] {
  const found = findOperation(api, exchange.method, exchange.path);
  if (!found) {
    // Where both refuse it there is nothing to disagree about; 501 is the simulator's way to say it has no such path.
    if (exchange.status >= 400 && exchange.status !== 501) return [];
    return ["the description has no such path and method"];
  }
  const response = judgeResponse(api, found, exchange);
  // What Graph refused need not have been right.
  if (exchange.status >= 400) return response;
  return [...judgeQuery(api, found, exchange), ...judgeRequest(api, found, exchange), ...response];
}

// Links carry these; who follows a link does not choose them.
const ofLinks = new Set(["$skiptoken", "$deltatoken"]);

// A count takes these whether or not a description lists them:
// https://learn.microsoft.com/graph/aad-advanced-queries
const ofCounts = new Set(["$filter", "$search"]);

// A function that gives a collection takes what a collection does, as its page says and not every description lists:
// https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-filterbycurrentuser#optional-query-parameters
const ofFunctions = new Set(["$select", "$filter", "$orderby", "$skip", "$top", "$expand"]);
const isFilterByCurrentUser = /\/filterByCurrentUser\([^/]*\)$/;

function judgeQuery(api: OpenApi, found: Found, { query }: Exchange): string[] {
  const parameters = [...(found.operation.parameters ?? []), ...(found.item.parameters ?? [])];
  const known = parameters
    .map((parameter) => api.resolve(parameter))
    .filter((parameter) => parameter.in === "query")
    .map((parameter) => parameter.name);
  return [...new URLSearchParams(query).keys()]
    .filter((name) => !known.includes(name) && !ofLinks.has(name))
    .filter((name) => !(found.template.endsWith("/$count") && ofCounts.has(name)))
    .filter((name) => !(isFilterByCurrentUser.test(found.template) && ofFunctions.has(name)))
    .map((name) => `${found.template} has no query option '${name}'`);
}

function judgeRequest(api: OpenApi, { operation }: Found, { requestBody }: Exchange): string[] {
  const described = operation.requestBody && bodySchema(api.resolve(operation.requestBody));
  if (requestBody === null || requestBody === undefined) return [];
  if (described === undefined) return ["the request has a body and the description none"];
  if (described === "text") return [];
  return judgeValue(api, described, requestBody).map((said) => `request: ${said}`);
}

function judgeResponse(api: OpenApi, found: Found, exchange: Exchange): string[] {
  const { status, responseBody } = exchange;
  const { answers: responses, cast } = found;
  const range = `${Math.floor(status / 100)}XX`;
  const response = responses[String(status)] ?? responses[range] ?? responses.default;
  if (!response) return [`the description has no answer ${status}`];
  const described = bodySchema(api.resolve(response));
  const isEmpty = responseBody === null || responseBody === undefined;
  if (described === undefined) {
    return isEmpty ? [] : [`the answer ${status} has a body and the description none`];
  }
  if (isEmpty) return [`the answer ${status} has no body`];
  if (described === "text") return [];
  const castWrong = cast === undefined ? [] : judgeCast(responseBody, cast);
  return [
    ...judgeValue(api, described, responseBody).map((said) => `response: ${said}`),
    ...castWrong,
  ];
}

/** Objects behind a cast say that they are of that type. */
function judgeCast(body: unknown, cast: string): string[] {
  const rows = (body as { value?: unknown }).value;
  if (!Array.isArray(rows)) return [];
  return rows
    .map((row: unknown) => (row as { "@odata.type"?: string } | null)?.["@odata.type"])
    .filter((type) => type !== undefined && type !== `#${cast}`)
    .map((type) => `response: a '${type ?? ""}' stands behind a cast to ${cast}`);
}
