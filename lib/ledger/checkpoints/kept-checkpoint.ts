import { invalid } from "../ledger-error";
import { type Checkpoint, isOriginOf, readCheckpoint } from "./checkpoint";
import { isSignedBy } from "./signed-note";

/** Parses a checkpoint as people keep it: editors and mails write line breaks in their own way. Null where it is none. */
export function parseKeptCheckpoint(text: string): Checkpoint | null {
  return readCheckpoint(`${text.replaceAll("\r\n", "\n").trimEnd()}\n`);
}

/**
 * Reads a checkpoint that somebody kept, to compare a history with it. Throws LedgerError where it says nothing about
 * this history: it is none, of another tenant, or not signed by a key that is known. Without keys nobody knows who
 * signed it.
 */
export function readKeptCheckpoint(
  text: string,
  tenant: string,
  keys: readonly Buffer[],
): Checkpoint {
  const field = "checkpoint";
  const read = parseKeptCheckpoint(text);
  if (read === null) throw invalid("This is not a checkpoint, or it was edited.", field);
  if (!isOriginOf(read.origin, tenant)) {
    throw invalid(`It is a checkpoint of another history: ${read.origin}.`, field);
  }
  if (keys.length > 0 && !isSignedBy(read.note, read.origin, keys)) {
    throw invalid("It is not signed by a key that is known here, or it was edited.", field);
  }
  return read;
}
