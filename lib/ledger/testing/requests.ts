import { randomUUID } from "node:crypto";
import type { NewEntry } from "@/lib/contract/entries";
import type { Decision, DecisionKind } from "@/lib/domain/decision";
import type { Intent, IntentKind, Subject } from "@/lib/domain/intent";
import type { Result } from "@/lib/domain/outcome";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import type { AppRole } from "@/lib/domain/app-roles";
import type { Caller } from "@/lib/ledger/caller";

type Decided = Extract<NewEntry, { kind: "decided" }>;
type Intended = Extract<NewEntry, { kind: "intended" }>;
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

/** A well-formed decision with fresh ids. */
export function decided(kind: DecisionKind = "block", changes: Partial<Decision> = {}): Decided {
  const id = changes.id ?? randomUUID();
  return {
    id,
    kind: "decided",
    decision: {
      id,
      planId: randomUUID(),
      kind,
      guestId: randomUUID(),
      reason: "Left the project",
      known: {
        standing: "stale",
        explanation: "Quiet for 200 days.",
        lastSeen: { kind: "at", at: 1_700_000_000_000 },
        redemption: { kind: "redeemed", at: null },
        createdAt: 1_600_000_000_000,
        enabled: true,
        userType: "guest",
        policy: { staleAfterDays: 90, newGuestGraceDays: 30, pendingAfterDays: 30 },
      },
      undoes: null,
      ...changes,
    },
  };
}

/** What became of that decision. */
export function carriedOut({ decision }: Decided, result: Result = "done"): CarriedOut {
  return {
    id: randomUUID(),
    kind: "carried-out",
    decisionId: decision.id,
    guestId: decision.guestId,
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

/** The guest's card for that decision. */
export function cardOf({ decision }: Decided, displayName?: string) {
  return cardFor(decision.guestId, displayName);
}

const MAKES: Partial<Record<IntentKind, Subject["type"]>> = {
  "create-review": "review",
  "create-group": "group",
};

/** A well-formed intent with fresh ids; what it is to make has the intent's own id until then. */
export function intended(
  kind: IntentKind = "create-review",
  changes: Partial<Intent> = {},
): Intended {
  const id = changes.id ?? randomUUID();
  const type = MAKES[kind] ?? (kind.endsWith("-member") ? "group" : "review");
  return {
    id,
    kind: "intended",
    intent: {
      id,
      planId: randomUUID(),
      kind,
      subject: { type, id: kind in MAKES ? id : randomUUID() },
      guestId: null,
      reason: "Quarterly review",
      request: {
        method: "POST",
        path: "/identityGovernance/accessReviews/definitions",
        // In another order than the database would sort it.
        body: { settings: { "@odata.type": "#x", autoApply: true }, id: "1" },
      },
      known: null,
      ...changes,
    },
  };
}

/** An answer to one item of a review, as its reviewer sends it. */
export function answered(changes: Partial<Intent> = {}): Intended {
  return intended("answer-item", {
    guestId: randomUUID(),
    request: {
      method: "PATCH",
      path: "/identityGovernance/accessReviews/definitions/d/instances/i/decisions/x",
      body: { decision: "Deny", justification: "Left the project" },
    },
    ...changes,
  });
}

/** What became of that intent, and of what with which id. */
export function intentCarriedOut(
  { intent }: Intended,
  result: Result = "done",
  madeId?: string,
): CarriedOut {
  return {
    id: randomUUID(),
    kind: "carried-out",
    decisionId: intent.id,
    guestId: intent.guestId,
    ...(madeId !== undefined && { subject: { type: intent.subject.type, id: madeId } }),
    outcome: { result, evidence: "reported", detail: null, requestId: null },
  };
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

export const DRAFT: ReviewDraft = {
  name: "Partner review",
  descriptionForAdmins: "",
  descriptionForReviewers: "Who still needs access?",
  scope: { kind: "all-groups", teamsOnly: false },
  stages: [{ reviewers: { kind: "owners" }, fallbackIds: [], durationDays: 14 }],
  schedule: { frequency: "quarterly", startDate: "2026-11-20", end: { kind: "never" } },
  consequence: {
    ifNobodyAnswers: "Deny",
    autoApply: true,
    applyAction: "remove-access",
    justificationOnApproval: true,
    mails: true,
    reminders: true,
    recommendations: true,
    lookBackDays: null,
  },
};

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
