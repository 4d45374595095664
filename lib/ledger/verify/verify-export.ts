import { createReadStream } from "node:fs";
import { readCheckpoint } from "../checkpoints/checkpoint";
import { readVerifierKey } from "../checkpoints/signed-note";
import { ExportFault, type ExportRecord, readLine } from "../export/read-export";
import { LedgerError } from "../ledger-error";
import type { StoredEntry } from "../stored-entry";
import { LedgerVerifier, type Trusted, type VerifiedLedger } from "./ledger-verifier";
import { nameBreak } from "./name-break";

/** Gives the bytes of a file from its beginning, each time it is called. */
export type OpenBytes = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The bytes of a file on the disk. */
export function bytesOfFile(path: string): OpenBytes {
  return () => createReadStream(path);
}

/** The bytes of a text. */
export function bytesOfText(text: string): OpenBytes {
  return () => [Buffer.from(text)];
}

/** In which order an export has its records. */
const ORDER: readonly ExportRecord["type"][] = [
  ...(["header", "key", "checkpoint", "entry", "card", "text", "end"] as const),
];

/**
 * Checks an export by itself, like `verifyLedger` checks a database. Where no key is given, the one in the file is
 * taken: then the author of the file may have signed it. Throws LedgerError where the file is of another tenant.
 */
export async function verifyExport(
  open: OpenBytes,
  { keys, keptCheckpoints }: Trusted,
  tenantId: string | null,
): Promise<VerifiedLedger & { readonly keyFromFile: boolean }> {
  const ownKeys: Buffer[] = [];
  const reading = new Reading(keys, ownKeys, keptCheckpoints, tenantId);
  try {
    for await (const { bytes, number, isWhole } of linesOf(open())) {
      if (!isWhole) throw new ExportFault(number, "it has no end: the file was cut off.");
      reading.take(readLine(bytes, number), number);
      if (reading.isOver) break;
    }
    if (!reading.isOver) reading.end();
  } catch (error) {
    if (!(error instanceof ExportFault)) throw error;
    reading.fail(error);
  }
  const { verifier } = reading;
  if (verifier.chainBreak !== null) {
    verifier.nameBreak(await nameBreak(verifier.chainBreak, reading.tenant, entriesOf(open)));
  }
  return { ...verifier.verdict(), keyFromFile: keys.length === 0 && ownKeys.length > 0 };
}

class Reading {
  verifier: LedgerVerifier;
  tenant = "";
  #at = 0;
  #line = 0;
  #ended = false;
  /** Of the cards and texts so far. */
  readonly #fingerprints = new Set<string>();
  readonly #counts = { key: 0, checkpoint: 0, entry: 0, card: 0, text: 0 };

  constructor(
    private readonly keys: readonly Buffer[],
    private readonly ownKeys: Buffer[],
    private readonly keptCheckpoints: Trusted["keptCheckpoints"],
    private readonly tenantId: string | null,
  ) {
    this.verifier = new LedgerVerifier("", { keys, keptCheckpoints }, true);
  }

  get isOver(): boolean {
    return this.verifier.isOver;
  }

  take(record: ExportRecord, line: number): void {
    this.#line = line;
    const place = ORDER.indexOf(record.type);
    const isRepeatable = place !== 0 && record.type !== "end";
    if (place < this.#at || (place === this.#at && line > 1 && !isRepeatable) || this.#ended) {
      throw new ExportFault(line, "it does not belong here: lines were moved or added.");
    }
    const hadEntries = this.#at > ORDER.indexOf("entry");
    this.#at = place;
    if (place > ORDER.indexOf("entry") && !hadEntries) this.verifier.entriesEnd();
    this.#give(record);
  }

  #give(record: ExportRecord): void {
    switch (record.type) {
      case "header":
        this.#begin(record.tenant);
        return;
      case "key": {
        const key = readVerifierKey(record.key);
        if (key === null) throw new ExportFault(this.#line, "its key is none: it was edited.");
        this.#counts.key += 1;
        this.ownKeys.push(key.publicBytes);
        return;
      }
      case "checkpoint": {
        const { number, note } = record.checkpoint;
        this.#counts.checkpoint += 1;
        this.verifier.checkpoint({ number, note, size: readCheckpoint(note)?.size ?? -1 });
        return;
      }
      case "entry":
        this.#counts.entry += 1;
        this.verifier.entry(record.entry);
        return;
      case "card":
        this.#counts.card += 1;
        this.#refuseTwice(record.card.fingerprint);
        this.verifier.card(record.card);
        return;
      case "text":
        this.#counts.text += 1;
        this.#refuseTwice(record.text.fingerprint);
        this.verifier.text(record.text);
        return;
      case "end":
        this.#finish(record);
    }
  }

  #refuseTwice(fingerprint: string): void {
    if (this.#fingerprints.has(fingerprint)) {
      throw new ExportFault(this.#line, "it is there twice: a line was added.");
    }
    this.#fingerprints.add(fingerprint);
  }

  #begin(tenant: string): void {
    if (this.tenantId !== null && this.tenantId !== tenant) {
      throw new LedgerError("invalid", `The file is the history of the tenant ${tenant}.`);
    }
    this.tenant = tenant;
    // Keys that follow are looked up when the first checkpoint comes.
    const keys = this.keys.length > 0 ? this.keys : this.ownKeys;
    this.verifier = new LedgerVerifier(
      tenant,
      { keys, keptCheckpoints: this.keptCheckpoints },
      true,
    );
  }

  #finish(end: Extract<ExportRecord, { type: "end" }>): void {
    const { key, checkpoint, entry, card, text } = this.#counts;
    if (
      end.keys !== key ||
      end.checkpoints !== checkpoint ||
      end.entries !== entry ||
      end.cards !== card ||
      end.texts !== text
    ) {
      throw new ExportFault(this.#line, "it counts other lines than there are: some were removed.");
    }
    this.#ended = true;
  }

  end(): void {
    if (this.#ended) return;
    throw new ExportFault(this.#line + 1, "it is missing: the end of the file was cut off.");
  }

  fail(fault: ExportFault): void {
    this.verifier.found({ in: "file", line: fault.line, because: fault.message });
  }
}

interface LineBytes {
  readonly bytes: Uint8Array;
  readonly number: number;
  /** Whether it ends with a line break. */
  readonly isWhole: boolean;
}

const BREAK = 0x0a;

async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<LineBytes> {
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = rest.indexOf(BREAK); end !== -1; end = rest.indexOf(BREAK, from)) {
      number += 1;
      yield { bytes: rest.subarray(from, end), number, isWhole: true };
      from = end + 1;
    }
    rest = rest.subarray(from);
  }
  if (rest.length > 0) yield { bytes: rest, number: number + 1, isWhole: false };
}

/** The entries of a file as far as its lines can be read. */
async function* entriesOf(open: OpenBytes): AsyncGenerator<StoredEntry> {
  try {
    for await (const { bytes, number } of linesOf(open())) {
      const record = readLine(bytes, number);
      if (record.type === "entry") yield record.entry;
    }
  } catch (error) {
    if (!(error instanceof ExportFault)) throw error;
  }
}
