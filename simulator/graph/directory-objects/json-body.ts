import type { Call } from "../endpoint.ts";
import { badRequest } from "../errors.ts";

/** The members of a JSON body; refuses anything but an object, and names that the operation does not know. */
export function bodyOf(call: Call, known: readonly string[]): Record<string, unknown> {
  const { body } = call;
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw badRequest("Unable to read JSON request payload.");
  }
  const unknown = Object.keys(body).find((name) => !known.includes(name) && !name.startsWith("@"));
  if (unknown !== undefined) {
    throw badRequest(`Invalid property '${unknown}'.`);
  }
  return body as Record<string, unknown>;
}

/** Reads a list of at most `most` strings from a body. */
export function stringsIn(value: unknown, name: string, most: number): string[] {
  if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
    throw badRequest(`A value is required for property '${name}' of resource.`);
  }
  if (value.length > most) {
    throw badRequest(`Too many items in '${name}': at most ${most} are allowed.`);
  }
  return value;
}
