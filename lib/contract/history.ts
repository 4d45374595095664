import { OPERATION_KINDS } from "@/lib/domain/operation";
import { EVIDENCE, RESULTS } from "@/lib/domain/outcome";
import { id } from "./id";
import { operationOnWire, requestOnWire, subjectOnWire } from "./operation";
import { policyOnWire } from "./policy";
import { reviewDraftOnWire } from "./review-draft";
import { reviewResultOnWire } from "./review-result";
import "./jitless";
import { z } from "zod";

/** Rows by plan are counted by plan: only filters that are of a whole plan, or of its operations' kind and time, go with them. */
const GO_WITH_PLANS: readonly string[] = ["by", "actor", "kind", "from", "to", "before", "limit"];

/** GET /api/history: newest first, a page at a time; `before` is the `next` of the page above. */
export const historyRequest = z
  .strictObject({
    /** Words of a guest's or a person's name or mail, or an object id. */
    q: z.string().trim().min(1).max(100).optional(),
    /** One row a plan instead of one an operation, with what became of all of them in `plans`. */
    by: z.literal("plan").optional(),
    guest: id.optional(),
    actor: id.optional(),
    plan: id.optional(),
    /** An access review or a group: what was planned for it, made it, or was copied from it. */
    subject: z.string().min(1).max(500).optional(),
    kind: z
      .enum([...OPERATION_KINDS, "review-result", "policy-set", "template-saved", "person-erased"])
      .optional(),
    /** `unresolved`: no outcome yet, or an unknown one. */
    result: z.enum([...RESULTS, "unresolved"]).optional(),
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(
    (request) =>
      request.by === undefined ||
      Object.entries(request).every(
        ([name, value]) => value === undefined || GO_WITH_PLANS.includes(name),
      ),
    { path: ["by"], message: "Rows by plan go with actor, kind, from and to only." },
  );

const person = z.object({
  id: z.string(),
  /** Null when the card was erased. */
  displayName: z.string().nullable(),
  mail: z.string().nullable(),
});

const rowBase = {
  id: z.string(),
  seq: z.number().int(),
  /** An instant that can be written as text. An altered entry may hold one that cannot. */
  recordedAt: z.number().min(-8.64e15).max(8.64e15),
  actor: person,
  /** Empty where the entry has none. */
  reason: z.string(),
  hash: z.string(),
  /** True where something is not stored as it was recorded: the entry, a column, a card or a text. */
  altered: z.boolean(),
};

/** Its entry. A correction refers to it. */
const entryId = z.string().optional();

const recordedOutcome = z.object({
  entryId,
  result: z.enum(RESULTS),
  evidence: z.enum(EVIDENCE),
  detail: z.string().nullable(),
  requestId: z.string().nullable(),
  auditRecord: z.object({ id: z.string(), correlationId: z.string() }).optional(),
  recordedAt: z.number(),
  /** Who recorded it, which is not always who decided. */
  recordedBy: person,
  /** Why it replaces an outcome that said something else. */
  correction: z.string().nullable(),
});

/** The latest outcome; null while none is recorded. Where nothing is sent there is never one. */
const outcome = recordedOutcome.nullable();

/** Outcomes that a later one has replaced, oldest first. */
const earlierOutcomes = z.array(recordedOutcome);

/** What became of one of several steps. */
const stepOutcome = z.object({
  stepId: z.string(),
  /** The request as it was sent, where it referred to what earlier steps returned. */
  bound: requestOnWire.nullable(),
  createdId: z.string().nullable(),
  outcome,
  earlierOutcomes,
});

const resultCorrection = z.object({
  entryId,
  reason: z.string(),
  recordedAt: z.number(),
  recordedBy: person,
});

const { access, notApplied } = reviewResultOnWire.shape;
const whatBecame = { access, notApplied };

export const historyRow = z.discriminatedUnion("kind", [
  z.object({
    ...rowBase,
    kind: z.literal("planned"),
    operation: operationOnWire,
    /** How many operations were confirmed in its plan; entries of earlier versions do not say. */
    confirmed: z.number().int().optional(),
    /** What it made or changed, as its outcome says; the operation's own until then. */
    subject: subjectOnWire,
    guest: person.nullable(),
    outcome,
    earlierOutcomes,
    /** What became of each of several steps that was begun or had to be left. */
    steps: z.array(stepOutcome),
  }),
  z.object({
    ...rowBase,
    kind: z.literal("review-result"),
    /** With what became of the access as the latest correction has it. */
    result: reviewResultOnWire,
    guest: person,
    /** Who corrected last what became of the access, when and why; null while nobody did. */
    correction: resultCorrection.nullable(),
    /** What was said of the access before, oldest first: as it was copied, then the corrections but the last. */
    earlierAccess: z.array(z.object({ ...whatBecame, correction: resultCorrection.nullable() })),
  }),
  z.object({
    ...rowBase,
    kind: z.literal("policy-set"),
    policy: policyOnWire,
    /** What held until then; null where nobody had set anything. */
    before: policyOnWire.nullable(),
  }),
  z.object({
    ...rowBase,
    kind: z.literal("template-saved"),
    templateId: z.string(),
    name: z.string(),
    /** Null when it was taken away. */
    draft: reviewDraftOnWire.nullable(),
  }),
  z.object({
    ...rowBase,
    kind: z.literal("person-erased"),
    /** Whose names, mails and texts went. */
    personId: z.string(),
    cards: z.number().int(),
    texts: z.number().int(),
    through: z.enum(["page", "command"]),
  }),
  /** The stored entry has no known shape, so it was altered. */
  z.object({ ...rowBase, kind: z.literal("unreadable") }),
]);

const count = z.number().int();

/** The operations of one plan that match the request, and what became of them. */
const planSummary = z.object({
  planId: z.string(),
  operations: count,
  kinds: z.array(z.enum(OPERATION_KINDS)),
  /** `recorded`: to keep a guest sends nothing. `unresolved`: no outcome yet. */
  results: z.array(z.object({ result: z.enum([...RESULTS, "recorded", "unresolved"]), count })),
  /** Of a reviewer's answers, how many were which decision. */
  decisions: z.array(z.object({ decision: z.string(), count })).default([]),
  /** How many reviews or groups its operations are about; none where they are about guests' accounts. */
  subjects: count.default(0),
  /** How many of its operations the history has, whether or not they match the request. */
  recorded: count.default(0),
  /** How many were confirmed; null where its entries are of earlier versions, which do not say. */
  confirmed: count.nullable().default(null),
  /** Whether a tab holds its lease, so that what is not recorded may still be. */
  isHeld: z.boolean().default(false),
});

export const historyAnswer = z.object({
  rows: z.array(historyRow),
  /** Of the plans in the rows, where rows by plan or those of one plan were asked for. */
  plans: z.array(planSummary).default([]),
  /** Where the next page begins; null on the last one. */
  next: z.number().int().nullable(),
});

export type HistoryRequest = z.input<typeof historyRequest>;
export type HistoryRow = z.infer<typeof historyRow>;
export type PlanSummary = z.infer<typeof planSummary>;
export type HistoryAnswer = z.infer<typeof historyAnswer>;

/** An operation of the history, with what became of it. */
export type OperationRow = Extract<HistoryRow, { kind: "planned" }>;

export function isOperation(row: HistoryRow): row is OperationRow {
  return row.kind === "planned";
}
