import { randomUUID } from "node:crypto";
import type { NewEntry } from "@/lib/contract/entries";
import { guestSteps } from "@/lib/domain/guest-steps";
import {
  type GraphRequest,
  isGuestOperation,
  type Operation,
  type OperationKind,
  type Subject,
} from "@/lib/domain/operation";
import { oneRequest } from "@/lib/domain/plan";
import type { Result } from "@/lib/domain/outcome";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import { someDraft } from "@/lib/domain/reviews/testing/some-draft";
import type { AppRole } from "@/lib/domain/app-roles";
import type { Caller } from "@/lib/ledger/caller";

type Planned = Extract<NewEntry, { kind: "planned" }>;
type CarriedOut = Extract<NewEntry, { kind: "carried-out" }>;
type ReviewResulted = Extract<NewEntry, { kind: "review-result" }>;
type TemplateSaved = Extract<NewEntry, { kind: "template-saved" }>;
type PolicySet = Extract<NewEntry, { kind: "policy-set" }>;

/** Somebody of a tenant that no other test uses. */
export function somebody(
  role: AppRole = "Governance.Administrator",
  tenantId: string = randomUUID(),
): Caller {
  return {
    tenantId,
    userId: randomUUID(),
    name: "Olga Operator",
    username: "olga@contoso.example",
    roles: [role],
  };
}

const KNOWN: NonNullable<Operation["known"]> = {
  standing: "stale",
  explanation: "Quiet for 200 days.",
  lastSeen: { kind: "at", at: 1_700_000_000_000 },
  redemption: { kind: "redeemed", at: null },
  createdAt: 1_600_000_000_000,
  enabled: true,
  userType: "guest",
  policy: { staleAfterDays: 90, newGuestGraceDays: 30, pendingAfterDays: 30 },
};

const MAKES: Partial<Record<OperationKind, Subject["type"]>> = {
  "create-review": "review",
  "create-group": "group",
};

/** What is sent unless a test says otherwise; the members in another order than the database would sort them. */
const CREATION: GraphRequest = {
  method: "POST",
  path: "/identityGovernance/accessReviews/definitions",
  body: { settings: { "@odata.type": "#x", autoApply: true }, id: "1" },
};

type Changes = Partial<Operation> & {
  readonly request?: GraphRequest;
  /** Only an invitation names it. */
  readonly tenantId?: string;
};

/** A well-formed operation with fresh ids; what it is to make has its own id until then. */
export function planned(
  kind: OperationKind = "block",
  { request = CREATION, tenantId = "-", ...changes }: Changes = {},
): Planned {
  const id = changes.id ?? randomUUID();
  const base = { id, planId: randomUUID(), kind, reason: "Left the project" };
  if (!isGuestOperation(kind)) {
    const type = MAKES[kind] ?? (kind.endsWith("-member") ? "group" : "review");
    const subject = { type, id: kind in MAKES ? id : randomUUID() };
    return entryOf({ ...oneRequest({ ...base, subject, guestId: null }, request), ...changes });
  }
  const guestId = changes.guestId ?? randomUUID();
  const about = { operationId: id, guestId, tenantId, mintId: () => randomUUID() };
  const steps = guestSteps(kind, about);
  const subject = { type: "guest", id: guestId } as const;
  return entryOf({ ...base, subject, guestId, known: KNOWN, undoes: null, steps, ...changes });
}

function entryOf(operation: Operation): Planned {
  const steps = [...operation.steps];
  return { id: operation.id, kind: "planned", operation: { ...operation, steps } };
}

/** What became of that operation, and of what with which id. */
export function carriedOut(
  { operation }: Planned,
  result: Result = "done",
  madeId?: string,
): CarriedOut {
  return {
    id: randomUUID(),
    kind: "carried-out",
    operationId: operation.id,
    guestId: operation.guestId,
    ...(madeId !== undefined && { subject: { type: operation.subject.type, id: madeId } }),
    outcome: { result, evidence: "reported", detail: null, requestId: null },
  };
}

/** A policy, set over the one that this entry set; null where nobody had set one. */
export function policySet(staleAfterDays = 60, replaces: string | null = null): PolicySet {
  return {
    id: randomUUID(),
    kind: "policy-set",
    policy: { staleAfterDays, newGuestGraceDays: 14, pendingAfterDays: 7, protectedAccounts: [] },
    replaces,
    reason: "Tighter from this quarter on",
  };
}

/** The guest's card for that operation. */
export function cardOf({ operation }: Planned, displayName?: string) {
  return cardFor(operation.guestId ?? "", displayName);
}

/** An answer to one item of a review, as its reviewer sends it. */
export function answered(changes: Parameters<typeof planned>[1] = {}): Planned {
  return planned("answer-item", {
    guestId: randomUUID(),
    request: {
      method: "PATCH",
      path: "/identityGovernance/accessReviews/definitions/d/instances/i/decisions/x",
      body: { decision: "Deny", justification: "Left the project" },
    },
    ...changes,
  });
}

/** What a review that has ended did to somebody's access. */
export function reviewResult(changes: Partial<ReviewResult> = {}): ReviewResulted {
  return {
    id: randomUUID(),
    kind: "review-result",
    result: {
      reviewId: randomUUID(),
      instanceId: randomUUID(),
      itemId: randomUUID(),
      guestId: randomUUID(),
      resourceId: randomUUID(),
      resourceName: "Project Alpine",
      startsAt: 1_760_000_000_000,
      endsAt: 1_761_000_000_000,
      instanceStatus: "Applied",
      decision: "Deny",
      recommendation: "Deny",
      justification: null,
      reviewedBy: null,
      reviewedAt: null,
      applyResult: "AppliedSuccessfully",
      appliedAt: 1_761_000_000_000,
      access: "gone",
      notApplied: null,
      ...changes,
    },
  };
}

export const DRAFT = someDraft({
  name: "Partner review",
  scope: { kind: "all-groups", teamsOnly: false },
});

/** A template that was saved, or taken away when its draft is null. */
export function templateSaved(changes: Partial<Omit<TemplateSaved, "kind">> = {}): TemplateSaved {
  return {
    id: randomUUID(),
    kind: "template-saved",
    templateId: randomUUID(),
    name: "Our partners",
    draft: DRAFT as TemplateSaved["draft"],
    ...changes,
  };
}

/** The card of the guest that an entry is about. */
export function cardFor(subjectId: string | null, displayName = "Ada of Partner") {
  if (subjectId === null) throw new TypeError("That entry is about no guest.");
  return { subjectId, displayName, mail: "ada@partner.example" };
}

/** The guest whom that operation is about. */
export function guestOf({ operation }: Planned): string {
  if (operation.guestId === null) throw new TypeError("The operation is about no guest.");
  return operation.guestId;
}
