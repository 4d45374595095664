import type { Json } from "@/lib/domain/json";
import type { GraphRequest } from "@/lib/domain/operation";

/** The body that is sent is kept as a text: the database sorts the members of an object, and Graph reads them in order. */
export type StoredRequest = Omit<GraphRequest, "body"> & { readonly bodyText: string };

/** A request as the chain keeps it. */
export function storedRequestOf({ body, ...line }: GraphRequest): StoredRequest {
  return { ...line, bodyText: JSON.stringify(body) };
}

/** A request as it was, word for word. */
export function requestFrom({ bodyText, ...line }: StoredRequest): GraphRequest {
  return { ...line, body: JSON.parse(bodyText) as Json };
}
