import { id } from "./id";
import { reasonOnWire } from "./operation";
import "./jitless";
import { z } from "zod";

/** GET /api/erasures: what an erasure of this person would remove. */
export const erasurePreviewRequest = z.strictObject({ person: id });

const counts = {
  /** Cards with the name and mail that a person had at different times. */
  cards: z.number().int(),
  /** What they wrote as a reviewer, or what reviewers wrote about them. */
  texts: z.number().int(),
};

export const erasurePreview = z.object({
  ...counts,
  /** A name of theirs that the history shows; null where it has none. */
  displayName: z.string().nullable(),
});

export type ErasurePreview = z.infer<typeof erasurePreview>;

/** POST /api/erasures: takes a person's names, mails and texts away, and records that. */
export const erasureRequest = z.strictObject({
  /** The id of the entry that records it: sent twice, it is done once. */
  id,
  personId: id,
  reason: reasonOnWire,
});

export type ErasureRequest = z.infer<typeof erasureRequest>;

export const erasureAnswer = z.object({
  ...counts,
  /** Place of the entry that records it. */
  seq: z.number().int(),
  recordedAt: z.number(),
  /** True when the same erasure had been recorded before. */
  repeated: z.boolean(),
});

export type ErasureAnswer = z.infer<typeof erasureAnswer>;
