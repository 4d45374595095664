import { DETAIL_MAX, EVIDENCE, RESULTS, type Outcome } from "@/lib/domain/outcome";
import { id } from "./id";
import { operationOnWire, reasonOnWire, requestOnWire, subjectOnWire } from "./operation";
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
  detail: z.string().max(DETAIL_MAX).nullable(),
  requestId: z.string().max(100).nullable(),
  auditRecord: z.strictObject({ id: z.string().min(1).max(200), correlationId: id }).optional(),
}) satisfies z.ZodType<Outcome>;

/** An operation was decided: written before anything is sent to the directory. */
const planned = z.strictObject({
  id,
  kind: z.literal("planned"),
  operation: operationOnWire,
  /**
   * How many operations the person confirmed in this plan: they are recorded in portions, and a closed tab leaves the rest
   * unrecorded. Absent from pages and entries of earlier versions.
   */
  confirmed: z.number().int().min(1).optional(),
});

/** A request with references to earlier steps, as it is sent. Written right before sending. */
const bound = z.strictObject({
  id,
  kind: z.literal("bound"),
  operationId: id,
  stepId: id,
  request: requestOnWire,
  /** The number of the plan's lease under which it is sent. */
  fence: z.number().int().min(1).optional(),
});

/** The outcome of an operation or of one of its steps. Written after sending, and again when a reading resolves it. */
const carriedOut = z.strictObject({
  id,
  kind: z.literal("carried-out"),
  operationId: id,
  /** Only of an operation with several steps: the one whose outcome it is. Absent: the operation as a whole. */
  stepId: id.optional(),
  guestId: id.nullable(),
  /** What it was about besides a guest, with the id of what was made. */
  subject: subjectOnWire.optional(),
  /** The id of the object that this step created; later steps refer to it. */
  createdId: z.string().min(1).max(500).optional(),
  outcome: outcomeOnWire,
  /** The fence of the plan's lease under which it was found; absent where the plan never had one. */
  fence: z.number().int().min(1).optional(),
  /** Why this outcome replaces one that said something else; the replaced one stays in the history. */
  correction: reasonOnWire.optional(),
  /** Only of a correction: the entry of the outcome that it replaces. Earlier versions did not name it. */
  replaces: id.optional(),
});

/** What a review that has ended did to one guest's access, copied before the directory forgets it. */
const reviewResult = z.strictObject({
  id,
  kind: z.literal("review-result"),
  result: reviewResultOnWire,
  /** The corrected entry, which stays in the history. */
  corrects: id.optional(),
  /** Why it is corrected; present with `corrects`. */
  correction: reasonOnWire.optional(),
  /** The correction that this one replaces; absent where it replaces what was copied. */
  replaces: id.optional(),
});

/** The tenant's policy was changed. */
const policySet = z.strictObject({
  id,
  kind: z.literal("policy-set"),
  policy: policyOnWire,
  /** The entry that set the policy which this one replaces; null where nobody had set one. */
  replaces: id.nullable(),
  reason: reasonOnWire,
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
  planned,
  bound,
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
  entries: z.array(z.preprocess(withOperationId, newEntry)).min(1).max(ENTRIES_MAX),
  cards: z.array(card).max(ENTRIES_MAX),
});

/** A page that was opened before an upgrade sends and stores `decisionId` instead. */
function withOperationId(entry: unknown): unknown {
  if (typeof entry !== "object" || entry === null || !("decisionId" in entry)) return entry;
  const { decisionId: operationId, ...rest } = entry;
  return { operationId, ...rest };
}

const outcomeInOutbox = z.preprocess(withOperationId, carriedOut);

/**
 * An outcome in a browser's outbox, with its place among those of this browser. Those of an earlier version have no place:
 * they are older than the rest.
 */
export const outboxEntry = z.union([
  z.object({ entry: outcomeInOutbox, place: z.number() }),
  outcomeInOutbox.transform((entry) => ({ entry, place: 0 })),
]);

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
