/**
 * An id that follows from what it names: the same content has the same one, on whatever device. It is the beginning of
 * a SHA-256 in the shape of a UUID of the free version (RFC 9562, section 5.8).
 */
export async function idOfContent(content: unknown): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(content, inOrder));
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", text)).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The order in which an object's properties were set is no part of what it says. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
