import { badRequest } from "../errors.ts";

/** A query of a scope, told apart from how it was spelled. */
export interface ReadQuery {
  path: string;
  /** Without blanks and outer brackets, in small letters; empty when there is none. */
  filter: string;
}

/** Reads a scope's `query` as clients write it and as the service rewrites it: version, `$count` and blanks do not matter. */
export function readQuery(text: unknown, name: string): ReadQuery {
  if (typeof text !== "string" || text === "") {
    throw badRequest(`A value is required for property 'query' of '${name}'.`);
  }
  const [rawPath = "", ...rest] = text.replaceAll("+", " ").split("?");
  const path = rawPath.replace(/^\/(v1\.0|beta)(?=\/)/, "").replace(/(.)\/+$/, "$1");
  let filter = "";
  for (const option of rest.join("?").split("&").filter(Boolean)) {
    if (option === "$count=true") continue;
    if (!option.startsWith("$filter=")) throw unsupportedScope(name, text);
    filter = plain(option.slice("$filter=".length));
  }
  return { path, filter };
}

function plain(filter: string): string {
  const bare = filter.replace(/\s/g, "").toLowerCase();
  return bare.startsWith("(") && bare.endsWith(")") ? bare.slice(1, -1) : bare;
}

/** 400: only the combinations of https://learn.microsoft.com/graph/accessreviews-scope-concept exist. */
export function unsupportedScope(name: string, query: string): Error {
  return badRequest(
    `The query '${query}' is not supported as '${name}' of an access review. ` +
      "See https://learn.microsoft.com/graph/accessreviews-scope-concept for the supported scopes.",
  );
}

/** 400 unless a scope says that Microsoft Graph answers its query. */
export function refuseOtherQueryTypes(scope: Record<string, unknown>, name: string): void {
  if (scope.queryType !== "MicrosoftGraph") {
    throw badRequest(`The property 'queryType' of '${name}' must be 'MicrosoftGraph'.`);
  }
}

export const guid = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
