import type { NewEntry } from "@/lib/contract/entries";
import type { Decision } from "@/lib/domain/decision";
import type { IntendedRequest, Intent, Json, Subject } from "@/lib/domain/intent";
import type { Outcome } from "@/lib/domain/outcome";
import type { ReviewResult } from "@/lib/domain/reviews/result";

/** Fingerprint of the guest's card, in hex; null when none was sent. */
interface OfGuest {
  readonly guestCard: string | null;
}

export interface DecidedBody extends OfGuest {
  readonly decision: Decision;
}

/** The body that is sent is kept as a text: the database sorts the members of an object, and Graph reads them in order. */
type KeptIntent = Omit<Intent, "request"> & {
  readonly request: Omit<IntendedRequest, "body"> & { readonly bodyText: string };
};

export interface IntendedBody extends OfGuest {
  readonly intent: KeptIntent;
}

export interface CarriedOutBody {
  readonly decisionId: string;
  readonly guestId: string | null;
  readonly subject?: Subject;
  readonly outcome: Outcome;
  /** The number of the lease under which it was found out; absent where the plan had none. */
  readonly fence?: number;
  /** Only where it replaces an outcome that said something else. */
  readonly correction?: string;
}

export interface ReviewResultBody extends OfGuest {
  readonly result: ReviewResult;
}

type PolicySet = Extract<NewEntry, { kind: "policy-set" }>;

/** Entries written before a change had to name what it replaces have no \`replaces\`. */
export type PolicySetBody = Pick<PolicySet, "policy" | "reason"> &
  Partial<Pick<PolicySet, "replaces">>;

export type TemplateSavedBody = Pick<
  Extract<NewEntry, { kind: "template-saved" }>,
  "templateId" | "name" | "draft"
>;

/** What an entry says: ids, facts, fingerprints and the reason, never a name or a mail of ours. */
export type Body =
  | DecidedBody
  | IntendedBody
  | CarriedOutBody
  | ReviewResultBody
  | PolicySetBody
  | TemplateSavedBody;

/** The body as the chain keeps it. */
export function bodyOf(entry: NewEntry, guestCard: string | null): Body {
  switch (entry.kind) {
    case "decided":
      return { decision: entry.decision, guestCard };
    case "intended":
      return { intent: keptIntent(entry.intent), guestCard };
    case "carried-out": {
      const { decisionId, guestId, subject, outcome, fence, correction } = entry;
      return {
        decisionId,
        guestId,
        ...(subject !== undefined && { subject }),
        outcome,
        ...(fence !== undefined && { fence }),
        ...(correction !== undefined && { correction }),
      };
    }
    case "review-result":
      return { result: entry.result, guestCard };
    case "policy-set":
      return { policy: entry.policy, replaces: entry.replaces, reason: entry.reason };
    case "template-saved":
      return { templateId: entry.templateId, name: entry.name, draft: entry.draft };
  }
}

function keptIntent({ request, ...intent }: Intent): KeptIntent {
  const { body, ...line } = request;
  return { ...intent, request: { ...line, bodyText: JSON.stringify(body) } };
}

/** The intent as it was, its request word for word. */
export function intentFrom({ intent }: Pick<IntendedBody, "intent">): Intent {
  const { bodyText, ...line } = intent.request;
  return { ...intent, request: { ...line, body: JSON.parse(bodyText) as Json } };
}

/** What was asked, read back from what is kept: a repeated request is told from another one by it. */
export function askedOf(id: string, kind: NewEntry["kind"], body: Body): unknown {
  if ("decision" in body) return { id, kind, decision: body.decision };
  if ("intent" in body) return { id, kind, intent: intentFrom(body) };
  return "result" in body ? { id, kind, result: body.result } : { id, kind, ...body };
}

/** The guest whose card belongs to an entry; an outcome needs none, its decision has it. */
export function cardedGuestOf(entry: NewEntry): string | null {
  switch (entry.kind) {
    case "decided":
      return entry.decision.guestId;
    case "intended":
      return entry.intent.guestId;
    case "review-result":
      return entry.result.guestId;
    case "carried-out":
    case "policy-set":
    case "template-saved":
      return null;
  }
}

interface Columns {
  readonly guestId: string | null;
  readonly decisionId: string | null;
  readonly planId: string | null;
  readonly subjectId: string | null;
}

const NO_COLUMNS: Columns = { guestId: null, decisionId: null, planId: null, subjectId: null };

/** The columns that repeat parts of the body, for filters. */
export function columnsOf(entry: NewEntry): Columns {
  switch (entry.kind) {
    case "decided": {
      const { id: decisionId, guestId, planId } = entry.decision;
      return { ...NO_COLUMNS, guestId, decisionId, planId };
    }
    case "intended": {
      const { id: decisionId, guestId, planId, subject } = entry.intent;
      return { guestId, decisionId, planId, subjectId: subject.id };
    }
    case "carried-out": {
      const { guestId, decisionId, subject } = entry;
      return { ...NO_COLUMNS, guestId, decisionId, subjectId: subject?.id ?? null };
    }
    case "review-result": {
      const { guestId, reviewId: subjectId } = entry.result;
      return { ...NO_COLUMNS, guestId, subjectId };
    }
    case "policy-set":
      return NO_COLUMNS;
    case "template-saved":
      return { ...NO_COLUMNS, subjectId: entry.templateId };
  }
}
