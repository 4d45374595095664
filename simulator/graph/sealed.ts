import { createHash } from "node:crypto";

const LENGTH = 8;

/** A value as an opaque text, for tokens in links. */
export function seal(value: unknown): string {
  const text = Buffer.from(JSON.stringify(value)).toString("base64url");
  return text + checksum(text);
}

/** The value in such a text; undefined when the text was made up, cut or changed. */
export function unseal(sealed: string): unknown {
  const text = sealed.slice(0, -LENGTH);
  if (text + checksum(text) !== sealed) return undefined;
  return JSON.parse(Buffer.from(text, "base64url").toString()) as unknown;
}

function checksum(text: string): string {
  return createHash("sha256").update(`sealed:${text}`).digest("base64url").slice(0, LENGTH);
}
