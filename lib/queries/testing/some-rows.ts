import type { HistoryRow } from "@/lib/contract/history";

type Row<Kind extends HistoryRow["kind"]> = Extract<HistoryRow, { kind: Kind }>;

const base = {
  id: "e1",
  seq: 7,
  recordedAt: Date.UTC(2026, 10, 20, 9),
  actor: { id: "a1", displayName: "Grace", mail: null },
  reason: "Left the partner",
  hash: "00ff",
};

const guest = { id: "g1", displayName: '=HYPERLINK("x")', mail: "ada@partner.example" };

/** An outcome as the history gives it. */
export const recordedOutcome = {
  result: "done",
  evidence: "observed",
  detail: null,
  requestId: "r1",
  recordedAt: 0,
  recordedBy: { id: "a1", displayName: "Grace", mail: null },
  correction: null,
} as const;

export const decided: Row<"decided"> = {
  ...base,
  kind: "decided",
  decision: "block",
  planId: "p1",
  guest,
  known: {
    standing: "stale",
    explanation: "Quiet for 200 days",
    lastSeen: { kind: "never" },
    redemption: { kind: "not-invited" },
    createdAt: null,
    enabled: true,
    userType: "guest",
    policy: { staleAfterDays: 90, newGuestGraceDays: 30, pendingAfterDays: 30 },
  },
  undoes: null,
  outcome: recordedOutcome,
  earlierOutcomes: [],
};

export const intended: Row<"intended"> = {
  ...base,
  kind: "intended",
  intent: {
    id: "i1",
    planId: "p2",
    kind: "create-review",
    subject: { type: "review", id: "i1" },
    guestId: null,
    reason: base.reason,
    request: {
      method: "POST",
      path: "/identityGovernance/accessReviews/definitions",
      body: { displayName: "Quarterly guest review" },
    },
    known: null,
  },
  subject: { type: "review", id: "r9" },
  guest: null,
  outcome: recordedOutcome,
  earlierOutcomes: [],
};

export const reviewResult: Row<"review-result"> = {
  ...base,
  reason: "",
  kind: "review-result",
  result: {
    reviewId: "r9",
    instanceId: "n1",
    itemId: "t1",
    guestId: "g1",
    resourceId: "o1",
    resourceName: "Quay project",
    startsAt: Date.UTC(2026, 8, 1),
    endsAt: Date.UTC(2026, 8, 15),
    instanceStatus: "Applied",
    decision: "Deny",
    recommendation: "Deny",
    justification: "Has left",
    reviewedBy: "u7",
    reviewedAt: Date.UTC(2026, 8, 10),
    applyResult: "ApplyNotSupported",
    appliedAt: null,
    access: "still-there",
    notApplied: "dynamic-group",
  },
  guest,
};

export const policySet: Row<"policy-set"> = {
  ...base,
  kind: "policy-set",
  policy: {
    staleAfterDays: 60,
    newGuestGraceDays: 30,
    pendingAfterDays: 14,
    protectedAccounts: [],
  },
};

export const templateSaved: Row<"template-saved"> = {
  ...base,
  reason: "",
  kind: "template-saved",
  templateId: "m1",
  name: "Partners",
  draft: null,
};
