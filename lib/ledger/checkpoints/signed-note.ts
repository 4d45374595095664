import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";

/** The type byte of Ed25519 keys in a note (c2sp.org/signed-note, "Signature types"). */
const ED25519 = Buffer.of(1);
const KEY_BYTES = 32;
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = 64;
/** What stands before the 32 bytes of a key in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** The key that signs; its 32 bytes in base64, as `openssl rand -base64 32` makes them. Null for anything else. */
export function signingKeyFrom(text: string): KeyObject | null {
  const seed = strictBase64(text);
  if (seed?.length !== KEY_BYTES) return null;
  const key = Buffer.concat([PRIVATE_PREFIX, seed]);
  return createPrivateKey({ key, format: "der", type: "pkcs8" });
}

/** The 32 bytes of the public half of a key. */
export function publicBytesOf(key: KeyObject): Buffer {
  const half = key.type === "private" ? createPublicKey(key) : key;
  return half.export({ format: "der", type: "spki" }).subarray(-KEY_BYTES);
}

/** The key as tools for signed notes take it: `<name>+<id>+<base64>`. */
export function verifierKey(name: string, publicBytes: Buffer): string {
  const id = keyId(name, publicBytes).toString("hex");
  return `${name}+${id}+${Buffer.concat([ED25519, publicBytes]).toString("base64")}`;
}

/** Reads `<name>+<id>+<base64>`; null where it is none, or its id is not that of its name and key. */
export function readVerifierKey(text: string): { name: string; publicBytes: Buffer } | null {
  const [, name = "", , encoded = ""] = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const bytes = strictBase64(encoded);
  if (bytes?.length !== 1 + KEY_BYTES) return null;
  const publicBytes = bytes.subarray(1);
  return verifierKey(name, publicBytes) === text ? { name, publicBytes } : null;
}

function keyId(name: string, publicBytes: Buffer): Buffer {
  return createHash("sha256")
    .update(`${name}\n`)
    .update(ED25519)
    .update(publicBytes)
    .digest()
    .subarray(0, KEY_ID_BYTES);
}

/** A signed note of this text, which ends with a line break. */
export function signNote(text: string, name: string, key: KeyObject): string {
  const signature = sign(null, Buffer.from(text), key);
  const id = keyId(name, publicBytesOf(key));
  return `${text}\n\u2014 ${name} ${Buffer.concat([id, signature]).toString("base64")}\n`;
}

export interface NoteSignature {
  readonly name: string;
  readonly id: Buffer;
  readonly signature: Buffer;
}

export interface SignedNote {
  /** What is signed, with its last line break. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** The longest note that is read, in characters. */
const NOTE_MAX = 100_000;
/** Control characters but the line break are what a note must not have. */
const isControl = (character: string) => character < " " && character !== "\n";

/** Reads a note, strictly as its specification has it; null where it is none. */
export function readNote(note: string): SignedNote | null {
  const split = note.lastIndexOf("\n\n");
  if (split === -1 || note.length > NOTE_MAX || Array.from(note).some(isControl)) return null;
  const lines = note.slice(split + 2).split("\n");
  if (lines.pop() !== "") return null;
  const signatures = lines.map(readSignature);
  if (signatures.length === 0) return null;
  const all = signatures.filter((signature) => signature !== null);
  return all.length === lines.length ? { text: note.slice(0, split + 1), signatures: all } : null;
}

function readSignature(line: string): NoteSignature | null {
  const [, name = "", encoded = ""] = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line) ?? [];
  const bytes = strictBase64(encoded);
  if (bytes === null || bytes.length <= KEY_ID_BYTES) return null;
  return { name, id: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

/** Whether a note is signed under this name by one of the keys. A signature of another name says nothing. */
export function isSignedBy(
  { text, signatures }: SignedNote,
  name: string,
  keys: readonly Buffer[],
): boolean {
  return signatures.some(
    (each) =>
      each.name === name &&
      each.signature.length === SIGNATURE_BYTES &&
      keys.some(
        (key) =>
          keyId(name, key).equals(each.id) &&
          verify(null, Buffer.from(text), publicKeyFrom(key), each.signature),
      ),
  );
}

function publicKeyFrom(bytes: Buffer): KeyObject {
  const key = Buffer.concat([PUBLIC_PREFIX, bytes]);
  return createPublicKey({ key, format: "der", type: "spki" });
}

/** The bytes that a text spells; null where another text spells the same ones. */
export function strictBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return text !== "" && bytes.toString("base64") === text ? bytes : null;
}
