import type { KeyObject } from "node:crypto";
import { type SignedNote, readNote, signNote, strictBase64 } from "./signed-note";

/** What a tenant's history was when it had `size` entries. */
export interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
}

/** A signed tree head (c2sp.org/tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** Which log it is of, and the name of its key. */
  readonly origin: string;
  readonly note: SignedNote;
}

/** How the log of a tenant is called: under the host of the installation. */
export function originOf(host: string, tenant: string): string {
  return `${host}/${tenant}`;
}

/** Whether a log of this name is the history of this tenant, under whichever host it was written. */
export function isOriginOf(origin: string, tenant: string): boolean {
  return origin.endsWith(`/${tenant}`);
}

/** The signed note that says so. */
export function writeCheckpoint(origin: string, { size, root }: TreeHead, key: KeyObject): string {
  return signNote(`${origin}\n${size}\n${root.toString("base64")}\n`, origin, key);
}

const ROOT_BYTES = 32;

/** Parses a checkpoint without checking who signed it; null where it is none. Extension lines are ignored. */
export function readCheckpoint(text: string): Checkpoint | null {
  const note = readNote(text);
  if (note === null) return null;
  const [origin = "", size = "", root = "", ...extensions] = note.text.slice(0, -1).split("\n");
  const bytes = strictBase64(root);
  if (origin === "" || bytes?.length !== ROOT_BYTES || extensions.includes("")) return null;
  if (!/^(0|[1-9]\d{0,14})$/.test(size)) return null;
  return { origin, size: Number(size), root: bytes, note };
}
