import { EVIDENCE, RESULTS, type Outcome } from "@/lib/domain/outcome";
import { decisionOnWire, REASON_MAX } from "./decision";
import { id } from "./id";
import { intentOnWire, subjectOnWire } from "./intent";
import { policyOnWire } from "./policy";
import { reviewDraftOnWire } from "./review-draft";
import { reviewResultOnWire } from "./review-result";
import "./jitless";
import { z } from "zod";

/** Most entries that one request may carry. */
export const ENTRIES_MAX = 500;

const outcomeOnWire = z.strictObject({
  result: z.enum(RESULTS),
  evidence: z.enum(EVIDENCE),
  detail: z.string().max(1_000).nullable(),
  requestId: z.string().max(100).nullable(),
  auditRecord: z.strictObject({ id: z.string().min(1).max(200), correlationId: id }).optional(),
}) satisfies z.ZodType<Outcome>;

const reason = z.string().trim().min(1).max(REASON_MAX);

/** A decision was taken: written before anything is sent to the directory. */
const decided = z.strictObject({
  id,
  kind: z.literal("decided"),
  decision: decisionOnWire,
});

/** Something else than a guest's account is about to be changed: written before anything is sent. */
const intended = z.strictObject({
  id,
  kind: z.literal("intended"),
  intent: intentOnWire,
});

/** What became of a decision or an intent: written after the act, and again when a reading resolves it. */
const carriedOut = z.strictObject({
  id,
  kind: z.literal("carried-out"),
  decisionId: id,
  guestId: id.nullable(),
  /** Only of an intent: what it was about, with the id of what was made. */
  subject: subjectOnWire.optional(),
  outcome: outcomeOnWire,
  /** The number of the plan's lease under which it was found out; absent where the plan never had one. */
  fence: z.number().int().min(1).optional(),
  /** Why this outcome replaces one that said something else; the replaced one stays in the history. */
  correction: reason.optional(),
});

/** What a review that has ended did to one guest's access, copied before the directory forgets it. */
const reviewResult = z.strictObject({
  id,
  kind: z.literal("review-result"),
  result: reviewResultOnWire,
});

/** The tenant's policy was changed. */
const policySet = z.strictObject({
  id,
  kind: z.literal("policy-set"),
  policy: policyOnWire,
  /** The entry that set the policy which this one replaces; null where nobody had set one. */
  replaces: id.nullable(),
  reason,
});

/** Longest name of a template. */
export const TEMPLATE_NAME_MAX = 120;

/** A template for reviews was saved under that name, or taken away: then it has no draft. */
const templateSaved = z.strictObject({
  id,
  kind: z.literal("template-saved"),
  templateId: id,
  name: z.string().trim().min(1).max(TEMPLATE_NAME_MAX),
  draft: reviewDraftOnWire.nullable(),
});

export const newEntry = z.discriminatedUnion("kind", [
  decided,
  intended,
  carriedOut,
  reviewResult,
  policySet,
  templateSaved,
]);

/** Who a subject was, kept apart from the chain so that it can be erased. */
export const card = z.strictObject({
  subjectId: id,
  displayName: z.string().max(2_048).nullable(),
  mail: z.string().max(320).nullable(),
});

/** POST /api/entries: all are recorded, or none. */
export const entriesRequest = z.strictObject({
  entries: z.array(newEntry).min(1).max(ENTRIES_MAX),
  cards: z.array(card).max(ENTRIES_MAX),
});

export const entriesAnswer = z.object({
  receipts: z.array(
    z.object({
      id: z.string(),
      /** Place in the tenant's chain, from 1. */
      seq: z.number().int(),
      hash: z.string(),
      recordedAt: z.number(),
      /** True when the same entry had been recorded before. */
      repeated: z.boolean(),
    }),
  ),
});

export type NewEntry = z.infer<typeof newEntry>;
export type Card = z.infer<typeof card>;
export type EntriesRequest = z.infer<typeof entriesRequest>;
export type EntriesAnswer = z.infer<typeof entriesAnswer>;
