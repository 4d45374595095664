import { numberText } from "@/lib/domain/number-text";
import type { LookupColumn } from "../stored-entry";

/** Why an entry is not the one that was recorded at its place. */
export type EntryFault =
  | "edited"
  | "missing"
  | "reordered"
  | "forked"
  | "replaced"
  | "foreign"
  | "other-tenant";

export type CheckpointFault =
  | "unreadable"
  | "missing"
  | "signature"
  | "other-history"
  | "truncated"
  | "rewritten";

/** The first thing in a history that is not as it was recorded. */
export type LedgerFault =
  | {
      readonly in: "entry";
      readonly seq: number;
      readonly id: string;
      readonly because: EntryFault;
    }
  /** What is looked up by is not what the entry says. */
  | {
      readonly in: "column";
      readonly seq: number;
      readonly id: string;
      readonly column: LookupColumn;
    }
  /** A card or a text says something else than its fingerprint, which the chain holds. */
  | { readonly in: "card"; readonly subjectId: string }
  | { readonly in: "text"; readonly fingerprint: string }
  | { readonly in: "deleted"; readonly subjectId: string }
  | { readonly in: "checkpoint"; readonly number: number; readonly because: CheckpointFault }
  /** A checkpoint that was kept elsewhere. */
  | {
      readonly in: "kept-checkpoint";
      readonly size: number;
      readonly because: "truncated" | "rewritten" | "missing";
    }
  /** The newest checkpoint of the folder that they are written to says nothing of this history. */
  | { readonly in: "folder"; readonly name: string; readonly because: string }
  | { readonly in: "tree"; readonly height: number; readonly place: number }
  /** A list of operations by their outcome would tell another outcome than the entries. */
  | { readonly in: "operation-state"; readonly operationId: string }
  | { readonly in: "file"; readonly line: number; readonly because: string };

const OF_ENTRY: Readonly<Record<EntryFault, string>> = {
  edited: "it says something else than its hash covers: it was edited.",
  missing: "an entry before it is missing.",
  reordered: "it was recorded at another place: entries were reordered.",
  forked: "it follows on an entry that another one follows already: the history was forked.",
  replaced: "it does not follow on the entry before it: that one was replaced.",
  foreign:
    "it was not recorded here: it neither follows on the entry before it nor says what its hash covers. It was put here from elsewhere, as from another tenant.",
  "other-tenant": "it belongs to another tenant.",
};

const OF_CHECKPOINT: Readonly<Record<CheckpointFault, string>> = {
  unreadable: "it is no signed note, or not the one that was stored: it was edited.",
  missing: "the one before it is missing.",
  signature:
    "it is not signed by a key that is known here: it was edited, or somebody else wrote it.",
  "other-history": "it is of another history.",
  truncated:
    "it covers more entries than there are: the last ones were cut off, or an older backup was put back.",
  rewritten:
    "the entries that it covers are not those of which it was signed: they were written anew.",
};

const OF_KEPT = {
  truncated: "there are fewer: the last ones were cut off, or an older backup was put back.",
  rewritten: "the entries are not those of which it was signed: they were written anew.",
  missing:
    "it is not among the stored checkpoints: it was deleted there, or a backup from before it was signed was put back.",
} as const;

/** What does not fit, in a sentence. */
export function faultSentence(fault: LedgerFault): string {
  switch (fault.in) {
    case "entry":
      return `Entry ${fault.seq} (${fault.id}): ${OF_ENTRY[fault.because]}`;
    case "column":
      return `Entry ${fault.seq} (${fault.id}): its column ${fault.column}, by which it is found, does not match its content.`;
    case "card":
      return `The card of ${fault.subjectId} says something else than its fingerprint: it was edited.`;
    case "text":
      return `The text with the fingerprint ${fault.fingerprint} says something else: it was edited.`;
    case "deleted":
      return `A name record or text of ${fault.subjectId} is gone, and no entry says that they were erased: it was deleted from the database.`;
    case "checkpoint":
      return `Checkpoint ${fault.number}: ${OF_CHECKPOINT[fault.because]}`;
    case "kept-checkpoint":
      return `The checkpoint that was kept covers ${numberText(fault.size)} entries: ${OF_KEPT[fault.because]}`;
    case "folder":
      return `The newest checkpoint in the folder, ${fault.name}, is not of this history: ${fault.because}`;
    case "tree":
      return `The stored hash ${fault.place} of height ${fault.height} is not that of its entries: it was edited or deleted.`;
    case "operation-state":
      return `Lists tell another outcome of the operation ${fault.operationId} than its entries: what is looked up was edited.`;
    case "file":
      return `Line ${fault.line} of the file: ${fault.because}`;
  }
}
