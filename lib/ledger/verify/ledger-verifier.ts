import { type Checkpoint, isOriginOf, readCheckpoint } from "../checkpoints/checkpoint";
import { GrowingTree, leafHash } from "../checkpoints/merkle-tree";
import { isSignedBy } from "../checkpoints/signed-note";
import { TILE_HEIGHT } from "../checkpoints/stored-tree";
import type { StoredCheckpoint } from "../checkpoints/take-checkpoint";
import { faultOf, GENESIS } from "../hash-chain";
import type { SaltedCard, SaltedText } from "../card";
import {
  isItsFingerprint,
  isItsTextFingerprint,
  type StoredEntry,
  strayColumnOf,
} from "../stored-entry";
import type { CheckpointFault, LedgerFault } from "./ledger-fault";
import { MissingCards } from "./missing-cards";

/** What a history is checked against besides itself. */
export interface Trusted {
  /** Public keys of its checkpoints, 32 bytes each; none where nobody knows one. */
  readonly keys: readonly Buffer[];
  /** Checkpoints that were kept elsewhere, read and found to be of this history. */
  readonly keptCheckpoints: readonly Checkpoint[];
}

/** What a check has found. */
export interface VerifiedLedger {
  readonly tenant: string;
  /** How many entries follow on each other from the first one. */
  readonly length: number;
  /** The hash of the last of them. */
  readonly head: string;
  readonly cards: number;
  readonly texts: number;
  /** Cards and texts that entries refer to and that are gone. */
  readonly erased: number;
  /** How many of those no entry tells of. */
  readonly erasedUnrecorded: number;
  /** Stored checkpoints. */
  readonly checkpoints: number;
  /** How many entries the longest checkpoint covers. */
  readonly signedLength: number;
  readonly signaturesChecked: boolean;
  /** The first thing that does not fit; null where all does. */
  readonly fault: LedgerFault | null;
}

/** A break in the chain, whose reason is not named yet. */
export interface ChainBreak {
  readonly entry: StoredEntry;
  readonly length: number;
  readonly head: string;
}

/**
 * Checks one tenant's history, given to it in this order: checkpoints, entries from the first one, hashes of the tree,
 * cards, texts. It stops at the first thing that does not fit.
 */
export class LedgerVerifier {
  readonly #tenant: string;
  readonly #isFile: boolean;
  readonly #trusted: Trusted;
  readonly #tree = new GrowingTree();
  /** What the tree must be at some sizes, and which checkpoint says so. */
  readonly #due = new Map<number, { root: Buffer; from: number | null }[]>();
  readonly #treeHashes = new Map<string, Buffer>();
  readonly #erasables = new MissingCards();
  #checkpoints = 0;
  #lastSize = 0;
  #length = 0;
  #head = GENESIS;
  #fault: LedgerFault | null = null;
  /** Where the chain breaks; its reason is found by looking at the other entries. */
  chainBreak: ChainBreak | null = null;

  /** `isFile` where the history may have gone on since it was written. */
  constructor(tenant: string, trusted: Trusted, isFile = false) {
    this.#isFile = isFile;
    this.#tenant = tenant;
    this.#trusted = trusted;
    for (const { size, root } of trusted.keptCheckpoints) this.#expect(size, root, null);
  }

  get fault(): LedgerFault | null {
    return this.#fault;
  }

  /** How many entries follow on each other so far. */
  get length(): number {
    return this.#length;
  }

  /** Whether there is nothing left to look for. */
  get isOver(): boolean {
    return this.#fault !== null || this.chainBreak !== null;
  }

  checkpoint({ number, size, note }: StoredCheckpoint): void {
    if (this.isOver) return;
    const because = this.#faultOfCheckpoint(number, size, note);
    if (because !== null) this.#fault = { in: "checkpoint", number, because };
    this.#checkpoints = number;
    this.#lastSize = size;
  }

  #faultOfCheckpoint(number: number, size: number, note: string): CheckpointFault | null {
    if (number !== this.#checkpoints + 1) return "missing";
    const read = readCheckpoint(note);
    if (read?.size !== size || size <= this.#lastSize) return "unreadable";
    if (!isOriginOf(read.origin, this.#tenant)) return "other-history";
    const { keys } = this.#trusted;
    if (keys.length > 0 && !isSignedBy(read.note, read.origin, keys)) return "signature";
    this.#expect(size, read.root, number);
    return null;
  }

  #expect(size: number, root: Buffer, from: number | null): void {
    this.#due.set(size, [...(this.#due.get(size) ?? []), { root, from }]);
  }

  entry(entry: StoredEntry): void {
    if (this.isOver) return;
    if (!follows(entry, this.#tenant, this.#length, this.#head)) {
      this.chainBreak = { entry, length: this.#length, head: this.#head };
      return;
    }
    const { seq, id } = entry;
    const column = strayColumnOf(entry);
    if (column !== null) this.#fault = { in: "column", seq, id, column };
    this.#length = seq;
    this.#head = entry.hash;
    this.#tree.add(leafHash(Buffer.from(entry.hash, "hex")), (height, place, hash) => {
      if (height % TILE_HEIGHT === 0) this.#treeHashes.set(`${height}/${place}`, hash);
    });
    this.#erasables.refer(entry);
    const due = this.#due.get(seq);
    if (due === undefined || column !== null) return;
    const root = this.#tree.root();
    for (const { root: expected, from } of due) {
      if (root.equals(expected)) continue;
      this.#fault ??=
        from === null
          ? { in: "kept-checkpoint", size: seq, because: "rewritten" }
          : { in: "checkpoint", number: from, because: "rewritten" };
    }
  }

  /** To be called after the last entry: some were covered by a checkpoint and are not there. */
  entriesEnd(): void {
    this.#erasables.close();
    if (this.isOver) return;
    for (const [size, due] of [...this.#due].sort(([one], [other]) => one - other)) {
      if (size <= this.#length) continue;
      const from = due.find((each) => each.from !== null)?.from ?? null;
      this.#fault ??=
        from === null
          ? { in: "kept-checkpoint", size, because: "truncated" }
          : { in: "checkpoint", number: from, because: "truncated" };
    }
    for (const { size } of this.#trusted.keptCheckpoints) {
      const isStored = this.#due.get(size)?.some(({ from }) => from !== null) ?? false;
      // A file may have been written before the checkpoint was signed.
      if (!isStored && (size < this.#lastSize || !this.#isFile))
        this.#fault ??= { in: "kept-checkpoint", size, because: "missing" };
    }
  }

  treeHash(height: number, place: number, hash: Buffer): void {
    if (this.isOver) return;
    const expected = this.#treeHashes.get(`${height}/${place}`);
    if (expected === undefined || !expected.equals(hash))
      this.#fault = { in: "tree", height, place };
    this.#treeHashes.delete(`${height}/${place}`);
  }

  /** To be called after the last hash of the tree: what a checkpoint covers is stored with it. */
  treeEnd(): void {
    for (const key of this.#treeHashes.keys()) {
      const [height = 0, place = 0] = key.split("/").map(Number);
      if ((place + 1) * 2 ** height <= this.#lastSize) this.found({ in: "tree", height, place });
    }
  }

  card(card: SaltedCard): void {
    if (this.isOver) return;
    if (!isItsFingerprint(card)) this.#fault = { in: "card", subjectId: card.subjectId };
    this.#erasables.foundCard(card.fingerprint);
  }

  text(text: SaltedText): void {
    if (this.isOver) return;
    if (!isItsTextFingerprint(text)) this.#fault = { in: "text", fingerprint: text.fingerprint };
    this.#erasables.foundText(text.fingerprint);
  }

  /** To be called at the end, where every erasing is known: a person's card or text that was deleted without one. */
  erasingsEnd(): void {
    const subjectId = this.isOver ? null : this.#erasables.deletedOf();
    if (subjectId !== null) this.#fault = { in: "deleted", subjectId };
  }

  /** Adds what somebody else has found, unless something was found before. */
  found(fault: LedgerFault | null): void {
    if (!this.isOver) this.#fault = fault;
  }

  /** Names what breaks the chain. */
  nameBreak(fault: LedgerFault): void {
    this.#fault = fault;
    this.chainBreak = null;
  }

  verdict(): VerifiedLedger {
    const keptSizes = this.#trusted.keptCheckpoints.map(({ size }) => size);
    return {
      tenant: this.#tenant,
      length: this.#length,
      head: this.#head,
      ...this.#erasables.counts(),
      checkpoints: this.#checkpoints,
      signedLength: Math.max(0, this.#lastSize, ...keptSizes),
      signaturesChecked: this.#trusted.keys.length > 0,
      fault: this.#fault,
    };
  }
}

/** Whether an entry follows on the one before it and says what its hash covers. */
function follows(entry: StoredEntry, tenant: string, length: number, head: string): boolean {
  try {
    if (faultOf(entry, tenant, length, head) !== null) return false;
    strayColumnOf(entry);
    return true;
  } catch {
    // What has no canonical text, no time, or no shape of ours was never recorded.
    return false;
  }
}
