import { isGuid } from "@/lib/domain/guid";
import type { NewEntry } from "@/lib/contract/entries";
import type { Operation, OperationStep, Subject } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import type { Prisma } from "@/prisma/generated/client";
import { type DecidedBody, type IntendedBody, operationFromEarlier } from "./earlier-entries";
import { type StoredRequest, storedRequestOf, requestFrom } from "./stored-request";

/** The entries that record an operation; the last two are those of earlier versions. */
export const OPERATION_ENTRIES = ["planned", "decided", "intended"] as const;

interface OfGuest {
  /** Fingerprint of the guest's card, in hex; null when none was sent. */
  readonly guestCard: string | null;
}

type StoredStep = Omit<OperationStep, "request"> & { readonly request: StoredRequest };

export interface PlannedBody extends OfGuest {
  readonly operation: Omit<Operation, "steps"> & { readonly steps: readonly StoredStep[] };
  /** How many operations were confirmed in its plan; entries of earlier versions do not say. */
  readonly confirmed?: number;
}

export interface BoundBody {
  readonly operationId: string;
  readonly stepId: string;
  readonly request: StoredRequest;
  readonly fence?: number;
}

export interface CarriedOutBody {
  readonly operationId: string;
  readonly stepId?: string;
  readonly guestId: string | null;
  readonly subject?: Subject;
  readonly createdId?: string;
  readonly outcome: Outcome;
  /** The number of the lease under which it was found out; absent where the plan had none. */
  readonly fence?: number;
  /** Only where it replaces an outcome that said something else: why, and since a later version the entry of that one. */
  readonly correction?: string;
  readonly replaces?: string;
}

/** As it was called while a decision and an intent were two things. */
type EarlierCarriedOutBody = Omit<CarriedOutBody, "operationId"> & { readonly decisionId: string };

export interface ReviewResultBody extends OfGuest {
  /** Version 1 had the reviewer's justification in it. */
  readonly result: Omit<ReviewResult, "justification"> &
    Partial<Pick<ReviewResult, "justification">>;
  /** Fingerprint of what the reviewer wrote, in hex; absent where they wrote nothing, and in a correction. */
  readonly justificationText?: string;
  /** Only of a correction: the entry that it corrects, and why. */
  readonly corrects?: string;
  readonly correction?: string;
  readonly replaces?: string;
}

type PolicySet = Extract<NewEntry, { kind: "policy-set" }>;

/** Entries written before a change had to name what it replaces have no `replaces`. */
export type PolicySetBody = Pick<PolicySet, "policy" | "reason"> &
  Partial<Pick<PolicySet, "replaces">>;

export type TemplateSavedBody = Pick<
  Extract<NewEntry, { kind: "template-saved" }>,
  "templateId" | "name" | "draft"
>;

/** A person's name, mail and texts were erased: how many cards and texts went. */
export interface PersonErasedBody {
  readonly personId: string;
  readonly cards: number;
  readonly texts: number;
  readonly reason: string;
  /** Whether a signed-in administrator asked for it, or a person who runs commands on the server. */
  readonly through: "page" | "command";
}

/** What an entry says: ids, facts, fingerprints and the reason, never a name or a mail of ours. */
export type Body =
  | PlannedBody
  | BoundBody
  | DecidedBody
  | IntendedBody
  | CarriedOutBody
  | EarlierCarriedOutBody
  | ReviewResultBody
  | PolicySetBody
  | TemplateSavedBody
  | PersonErasedBody;

/** What is no part of an entry: it may be erased. */
function withoutJustification(result: ReviewResult): ReviewResultBody["result"] {
  const rest: ReviewResultBody["result"] = { ...result };
  delete (rest as { justification?: unknown }).justification;
  return rest;
}

/** The body as the chain keeps it, with the fingerprints of what may be erased. */
export function bodyOf(
  entry: NewEntry,
  guestCard: string | null,
  text: string | null = null,
): Body {
  switch (entry.kind) {
    case "planned": {
      const { confirmed, operation: whole } = entry;
      const { steps, ...operation } = whole;
      const storedSteps = steps.map((step) => ({
        ...step,
        request: storedRequestOf(step.request),
      }));
      return {
        operation: { ...operation, steps: storedSteps },
        guestCard,
        ...(confirmed !== undefined && { confirmed }),
      };
    }
    case "bound": {
      const { operationId, stepId, request, fence } = entry;
      const body = { operationId, stepId, request: storedRequestOf(request) };
      return fence === undefined ? body : { ...body, fence };
    }
    case "carried-out": {
      const { operationId, stepId, guestId, subject, createdId, outcome } = entry;
      const { fence, correction, replaces } = entry;
      return {
        operationId,
        ...(stepId !== undefined && { stepId }),
        guestId,
        ...(subject !== undefined && { subject }),
        ...(createdId !== undefined && { createdId }),
        outcome,
        ...(fence !== undefined && { fence }),
        ...(correction !== undefined && { correction }),
        ...(replaces !== undefined && { replaces }),
      };
    }
    case "review-result": {
      const { corrects, correction, replaces } = entry;
      return {
        result: withoutJustification(entry.result),
        guestCard,
        ...(text !== null && { justificationText: text }),
        ...(corrects !== undefined && { corrects }),
        ...(correction !== undefined && { correction }),
        ...(replaces !== undefined && { replaces }),
      };
    }
    case "policy-set":
      return { policy: entry.policy, replaces: entry.replaces, reason: entry.reason };
    case "template-saved":
      return { templateId: entry.templateId, name: entry.name, draft: entry.draft };
  }
}

/** The operation that an entry records, its requests word for word; null where it records none. */
export function operationFrom(body: Body): Operation | null {
  if ("decision" in body || "intent" in body) return operationFromEarlier(body);
  if (!("operation" in body)) return null;
  const { steps, ...operation } = body.operation;
  return {
    ...operation,
    steps: steps.map((step) => ({ ...step, request: requestFrom(step.request) })),
  };
}

/** How many operations were confirmed in the plan; nothing of an entry that does not say. */
export function confirmedIn(body: Body): Pick<PlannedBody, "confirmed"> {
  return "confirmed" in body ? { confirmed: body.confirmed } : {};
}

/** The operation that an outcome is of. */
export function operationIdOf(body: CarriedOutBody | EarlierCarriedOutBody): string {
  return "operationId" in body ? body.operationId : body.decisionId;
}

/** The guest whose card belongs to an entry; an outcome needs none, its operation has it. */
export function cardedGuestOf(entry: NewEntry): string | null {
  switch (entry.kind) {
    case "planned":
      return entry.operation.guestId;
    case "review-result":
      return entry.result.guestId;
    case "bound":
    case "carried-out":
    case "policy-set":
    case "template-saved":
      return null;
  }
}

interface Columns {
  readonly guestId: string | null;
  readonly operationId: string | null;
  readonly planId: string | null;
  readonly subjectId: string | null;
}

const NO_COLUMNS: Columns = { guestId: null, operationId: null, planId: null, subjectId: null };

/** The columns that repeat parts of the body, for filters; of a body of any version. */
export function columnsOf(body: Body): Columns {
  const operation = operationFrom(body);
  if (operation !== null) {
    const { id: operationId, guestId, planId, subject } = operation;
    return { guestId, operationId, planId, subjectId: keyOfSubject(subject) };
  }
  if ("outcome" in body) {
    const { guestId } = body;
    const subject = "subject" in body ? body.subject : undefined;
    const operationId = operationIdOf(body);
    return { ...NO_COLUMNS, guestId, operationId, subjectId: keyOfSubject(subject) };
  }
  if ("stepId" in body) return { ...NO_COLUMNS, operationId: body.operationId };
  if ("result" in body) {
    const { guestId, reviewId } = body.result;
    return { ...NO_COLUMNS, guestId, subjectId: keyOfId(reviewId) };
  }
  if ("personId" in body) return { ...NO_COLUMNS, subjectId: body.personId };
  if ("templateId" in body) return { ...NO_COLUMNS, subjectId: keyOfId(body.templateId) };
  return NO_COLUMNS;
}

/** What a guest's account is about is found by the guest. */
function keyOfSubject(subject: Subject | undefined): string | null {
  return subject === undefined || subject.type === "guest" ? null : keyOfId(subject.id);
}

/** How what an operation is about is looked up: Graph writes its own ids in lower case, people do not always. */
export function keyOfId(id: string): string {
  return isGuid(id) ? id.toLowerCase() : id;
}

/** Unchecked: it was parsed before it was written, and may have been edited since. What reads it expects any shape. */
export function bodyFromDatabase(stored: Prisma.JsonValue): Body {
  return stored as unknown as Body;
}
