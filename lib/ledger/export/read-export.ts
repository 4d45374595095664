import { z } from "zod";
import { canonicalJson } from "../hash-chain";
import type { StoredCheckpoint } from "../checkpoints/take-checkpoint";
import type { SaltedCard, SaltedText } from "../card";
import type { StoredEntry } from "../stored-entry";
import { EXPORT_FORMAT, EXPORT_VERSION } from "./export-ledger";

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const HASH = hex(32);
const SALT = hex(16);
const text = z.string().nullable();

const header = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  tenant: z.string(),
});

const columns = z.strictObject({ guestId: text, operationId: text, planId: text, subjectId: text });

const record = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("key"), key: z.string() }),
  z.strictObject({
    type: z.literal("checkpoint"),
    number: z.number().int(),
    note: z.string(),
  }),
  z.strictObject({ type: z.literal("entry"), hash: HASH, covered: z.string(), columns }),
  z.strictObject({
    type: z.literal("card"),
    ...{ subjectId: z.string(), displayName: text, mail: text },
    ...{ salt: SALT, fingerprint: HASH },
  }),
  z.strictObject({
    type: z.literal("text"),
    ...{ authorId: text, guestId: text, words: z.string() },
    ...{ salt: SALT, fingerprint: HASH },
  }),
  z.strictObject({
    type: z.literal("end"),
    ...{ keys: z.number(), checkpoints: z.number() },
    ...{ entries: z.number(), cards: z.number(), texts: z.number() },
  }),
]);

/** What an entry's hash is of. */
const covered = z.strictObject({
  v: z.number().int(),
  tenant: z.string(),
  seq: z.number().int(),
  id: z.string(),
  kind: z.string(),
  recordedAt: z.iso.datetime(),
  actorId: z.string(),
  actorCard: HASH,
  body: z.record(z.string(), z.unknown()),
  previous: HASH,
});

type Line = z.infer<typeof record>;

/** One line of a file, read; `entry` and `checkpoint` in the words of the ledger. */
export type ExportRecord =
  | { readonly type: "header"; readonly tenant: string }
  | { readonly type: "key"; readonly key: string }
  | { readonly type: "checkpoint"; readonly checkpoint: Omit<StoredCheckpoint, "size"> }
  | { readonly type: "entry"; readonly entry: StoredEntry }
  | { readonly type: "card"; readonly card: SaltedCard }
  | { readonly type: "text"; readonly text: SaltedText }
  | Extract<Line, { type: "end" }>;

/** A line is not what an export writes. */
export class ExportFault extends Error {
  override readonly name = "ExportFault";

  constructor(
    /** From 1. */
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

/** Reads one line of an export, strictly as it is written. Throws ExportFault. */
export function readLine(bytes: Uint8Array, number: number): ExportRecord {
  const said = jsonOf(bytes, number);
  if (number === 1) {
    const read = header.safeParse(said);
    if (!read.success) {
      throw new ExportFault(1, "it does not begin an export of a history in a known version.");
    }
    return { type: "header", tenant: read.data.tenant };
  }
  const read = record.safeParse(said);
  if (!read.success) throw new ExportFault(number, "it is no record of an export: it was edited.");
  switch (read.data.type) {
    case "entry":
      return { type: "entry", entry: entryFrom(read.data, number) };
    case "checkpoint": {
      const { number: place, note } = read.data;
      return { type: "checkpoint", checkpoint: { number: place, note } };
    }
    case "card": {
      const { type, ...card } = read.data;
      return { type, card };
    }
    case "text": {
      const { type, ...words } = read.data;
      return { type, text: words };
    }
    case "key":
    case "end":
      return read.data;
  }
}

function jsonOf(bytes: Uint8Array, number: number): unknown {
  try {
    const written = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const said: unknown = JSON.parse(written);
    if (canonicalJson(said) === written) return said;
  } catch {
    // Said below.
  }
  throw new ExportFault(number, "it is not the canonical JSON that was written: it was edited.");
}

function entryFrom(
  { hash, covered: said, columns: lookup }: Extract<Line, { type: "entry" }>,
  number: number,
): StoredEntry {
  try {
    const { recordedAt, ...link } = covered.parse(JSON.parse(said));
    const at = Date.parse(recordedAt);
    if (canonicalJson({ ...link, recordedAt: new Date(at).toISOString() }) === said) {
      return { ...link, recordedAt: at, hash, ...lookup };
    }
  } catch {
    // Said below.
  }
  throw new ExportFault(number, "its entry is not one that was recorded: it was edited.");
}
