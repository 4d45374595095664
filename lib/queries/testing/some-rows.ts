import type { HistoryRow } from "@/lib/contract/history";

type Row<Kind extends HistoryRow["kind"]> = Extract<HistoryRow, { kind: Kind }>;

const base = {
  id: "e1",
  seq: 7,
  recordedAt: Date.UTC(2026, 10, 20, 9),
  actor: { id: "a1", displayName: "Grace", mail: null },
  reason: "Left the partner",
  hash: "00ff",
  altered: false,
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

/** The block of a guest, done. */
export const blocked: Row<"planned"> = {
  ...base,
  kind: "planned",
  operation: {
    id: base.id,
    planId: "p1",
    kind: "block",
    subject: { type: "guest", id: guest.id },
    guestId: guest.id,
    reason: base.reason,
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
    steps: [
      {
        id: base.id,
        name: "block",
        request: { method: "PATCH", path: "/users/g1", body: { accountEnabled: false } },
      },
    ],
  },
  subject: { type: "guest", id: guest.id },
  guest,
  outcome: recordedOutcome,
  earlierOutcomes: [],
  steps: [],
};

/** The creation of a review, done. */
export const reviewCreated: Row<"planned"> = {
  ...base,
  kind: "planned",
  operation: {
    id: "i1",
    planId: "p2",
    kind: "create-review",
    subject: { type: "review", id: "i1" },
    guestId: null,
    reason: base.reason,
    known: null,
    undoes: null,
    steps: [
      {
        id: "i1",
        name: "create-review",
        request: {
          method: "POST",
          path: "/identityGovernance/accessReviews/definitions",
          body: { displayName: "Quarterly guest review" },
        },
      },
    ],
  },
  subject: { type: "review", id: "r9" },
  guest: null,
  outcome: recordedOutcome,
  earlierOutcomes: [],
  steps: [],
};

/** The row with other members of its operation, for example another kind. */
export function rowWith(
  row: Row<"planned">,
  operation: Partial<Row<"planned">["operation"]>,
): Row<"planned"> {
  return { ...row, operation: { ...row.operation, ...operation } };
}

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
  correction: null,
  earlierAccess: [],
};

export const policySet: Row<"policy-set"> = {
  ...base,
  kind: "policy-set",
  before: null,
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
