import { type DirectoryObject, findObject } from "../directory-objects/directory-object.ts";
import { stringsIn } from "../directory-objects/json-body.ts";
import type { Call } from "../endpoint.ts";
import { badRequest, notFound } from "../errors.ts";

/** More than this many relationships are never bound in one request. */
export const mostBound = 20;

const REFERENCE =
  /\/v1\.0\/(?:directoryObjects|users|groups|servicePrincipals|devices)\/([0-9a-f-]{36})$/i;

/** The object that a reference such as `https://graph.microsoft.com/v1.0/directoryObjects/{id}` leads to. */
export function referenced(call: Call, reference: unknown): DirectoryObject {
  const found = typeof reference === "string" ? REFERENCE.exec(reference) : null;
  if (!found?.[1]) throw badRequest("Invalid URL format specified in payload.");
  const id = found[1].toLowerCase();
  const object = findObject(call.tenant.directory, id);
  if (!object) throw notFound(id);
  return object;
}

/** The objects that a body binds under a name such as `members@odata.bind`; none when it says nothing of them. */
export function boundIn(
  call: Call,
  body: Readonly<Record<string, unknown>>,
  name: "members" | "owners",
): DirectoryObject[] {
  const bind = `${name}@odata.bind`;
  if (body[bind] === undefined) return [];
  const objects = stringsIn(body[bind], bind, mostBound).map((each) => referenced(call, each));
  if (new Set(objects.map(({ row }) => row.id)).size !== objects.length) {
    throw badRequest("Request contains a property with duplicate values.");
  }
  return objects;
}
