import canonicalize from "canonicalize";
import { createHash } from "node:crypto";
import type { Instant } from "@/lib/domain/time";

/** The one text of a JSON value (RFC 8785): equal values, whatever their key order, give equal texts. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON values have a canonical text.");
  return text;
}

/** Version of an entry's shape. Since 2 a reviewer's justification is no part of it, only its fingerprint. */
export const ENTRY_VERSION = 2;

/** What stands before the first entry of every tenant. */
export const GENESIS = "0".repeat(64);

/** All that an entry's hash covers; hashes and fingerprints are lower-case hex. */
export interface Link {
  readonly v: number;
  readonly tenant: string;
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly recordedAt: Instant;
  readonly actorId: string;
  readonly actorCard: string;
  readonly body: unknown;
  readonly previous: string;
}

/** SHA-256 over the canonical JSON of exactly these ten members, the instant written as ISO 8601. */
export function hashOf(link: Link): string {
  return createHash("sha256").update(coveredBy(link)).digest("hex");
}

/** The text that a link's hash is of. */
export function coveredBy(link: Link): string {
  const { v, tenant, seq, id, kind, recordedAt, actorId, actorCard, body, previous } = link;
  const at = new Date(recordedAt).toISOString();
  const covered = { v, tenant, seq, id, kind, recordedAt: at, actorId, actorCard, body, previous };
  return canonicalJson(covered);
}

export type ChainFault = "gap" | "broken-link" | "altered" | "other-tenant";

/** Why a link does not follow on the one before it, whose number and hash these are; null where it does. */
export function faultOf(
  link: Link & { readonly hash: string },
  tenant: string,
  length: number,
  head: string,
): ChainFault | null {
  if (link.tenant !== tenant) return "other-tenant";
  if (link.seq !== length + 1) return "gap";
  if (link.previous !== head) return "broken-link";
  return hashOf(link) === link.hash ? null : "altered";
}

/** The bytes of lower-case hex, in the type that the database's client takes. */
export function bytesFromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}

export function hexFromBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
