import { randomUUID } from "node:crypto";
import type { NewEntry } from "@/lib/contract/entries";
import type { Decision, DecisionKind } from "@/lib/domain/decision";
import type { Result } from "@/lib/domain/outcome";
import type { AppRole, Caller } from "@/lib/ledger/caller";

type Decided = Extract<NewEntry, { kind: "decided" }>;
type CarriedOut = Extract<NewEntry, { kind: "carried-out" }>;
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
  return {
    id: randomUUID(),
    kind: "decided",
    decision: {
      id: randomUUID(),
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

export function policySet(staleAfterDays = 60): PolicySet {
  return {
    id: randomUUID(),
    kind: "policy-set",
    policy: { staleAfterDays, newGuestGraceDays: 14, pendingAfterDays: 7, protectedAccounts: [] },
    reason: "Tighter from this quarter on",
  };
}

/** The guest's card for that decision. */
export function cardOf({ decision }: Decided, displayName = "Ada of Partner") {
  return { subjectId: decision.guestId, displayName, mail: "ada@partner.example" };
}
