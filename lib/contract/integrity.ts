import { id } from "./id";
import "./jitless";
import { z } from "zod";

/** A signed note that says what the history was at a size (c2sp.org/tlog-checkpoint). */
const checkpoint = z.object({
  number: z.number().int(),
  /** How many entries it covers. */
  size: z.number().int(),
  /** When the last of them was recorded; null where it is not there any more. */
  coversUntil: z.number().nullable(),
  /** The note itself, word for word. */
  note: z.string(),
  /** Where it has arrived besides the database. */
  delivered: z.array(z.enum(["folder", "webhook"])),
});

export type CheckpointAnswer = z.infer<typeof checkpoint>;

/** GET /api/integrity: how long the history is, and its latest checkpoints. */
export const integrityAnswer = z.object({
  /** How many entries the history has. */
  length: z.number().int(),
  /** The public key of its checkpoints, as tools for signed notes take it; null where nothing is signed. */
  publicKey: z.string().nullable(),
  /** Where checkpoints go besides the database. */
  places: z.array(z.enum(["folder", "webhook"])),
  /** Newest first, at most fifty. */
  checkpoints: z.array(checkpoint),
});

export type IntegrityAnswer = z.infer<typeof integrityAnswer>;

/** Longest checkpoint that is taken, in characters. */
export const CHECKPOINT_MAX = 20_000;

/** POST /api/integrity/check: reads the whole history and compares it with a checkpoint that was kept elsewhere. */
export const checkRequest = z.strictObject({
  /** The text of a checkpoint; null where there is none. */
  checkpoint: z.string().max(CHECKPOINT_MAX).nullable(),
});

export const checkAnswer = z.object({
  /** How many entries follow on each other from the first one. */
  length: z.number().int(),
  /** The hash of the last of them. */
  head: z.string(),
  cards: z.number().int(),
  texts: z.number().int(),
  /** Cards and texts that entries refer to and that are not there: they were erased. */
  erased: z.number().int(),
  /** How many of those no entry tells of: they were erased before that was recorded, or by somebody else. */
  erasedUnrecorded: z.number().int(),
  /** Stored checkpoints that fit. */
  checkpoints: z.number().int(),
  /** How many entries the newest checkpoint covers that was compared. */
  signedLength: z.number().int(),
  /** False where no key is known: whether checkpoints are signed by this installation was not looked at. */
  signaturesChecked: z.boolean(),
  /** How many entries the given checkpoint covers; null where none was given. */
  comparedWith: z.number().int().nullable(),
  /** What does not fit first, in a sentence; null where all does. */
  fault: z.string().nullable(),
});

export type CheckAnswer = z.infer<typeof checkAnswer>;

/** POST /api/integrity/checkpoint: signs what the history is now; null where nothing is recorded. */
export const checkpointTaken = z.object({ checkpoint: checkpoint.nullable() });

/** GET /api/integrity/proof: a file that shows an outsider that one entry is in the history (c2sp.org/tlog-proof). */
export const proofRequest = z.strictObject({ entry: id });

export const proofAnswer = z.object({
  /** The text of the file. */
  proof: z.string(),
});
