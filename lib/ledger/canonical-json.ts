import canonicalize from "canonicalize";

/** The one text of a JSON value (RFC 8785): equal values, whatever their key order, give equal texts. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON values have a canonical text.");
  return text;
}
