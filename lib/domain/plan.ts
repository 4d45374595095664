import type { Guest } from "./guest";
import type { Known } from "./known";
import type { GraphRequest, Operation, OperationKind } from "./operation";
import type { Policy } from "./policy";
import type { StandingKind } from "./standing";

/** Why a selected guest is skipped. */
export type SkipReason =
  | "member"
  | "excluded"
  | "break-glass"
  | "holds-directory-role"
  | "eligible-for-directory-role"
  | "yourself"
  | "already-so"
  | "not-pending"
  | "no-mail"
  | "blocked"
  | "not-fully-read"
  | "taken-back"
  | "changed-since"
  | "gone";

/** A guest with name and mail, for cards and screens. They never go into the chain. */
export type NamedGuest = Pick<Guest, "id" | "displayName" | "mail">;

/** A guest of the selection, as the list shows them. */
export interface Candidate {
  readonly guest: Guest;
  readonly standing: { readonly kind: StandingKind | "deleted" };
  readonly explanation: string;
}

/** An operation with what the screen shows of it. */
export interface PlannedOperation {
  readonly operation: Operation;
  /** What it is about in a few words, for example the guest's name or the review's. */
  readonly label: string;
  readonly guest: NamedGuest | null;
  /** The object as the plan saw it, where the request would overwrite other people's changes. */
  readonly plannedFrom?: Readonly<Record<string, unknown>>;
}

export interface Skipped {
  readonly guest: NamedGuest;
  readonly because: SkipReason;
}

/** The exact set of operations, frozen before anything is sent; all are carried out in their order. */
export interface Plan {
  readonly id: string;
  readonly reason: string;
  readonly operations: readonly PlannedOperation[];
  readonly skipped: readonly Skipped[];
}

/** What every plan needs: a reason, and ids for the plan and its operations. */
export interface Planning {
  readonly reason: string;
  readonly mintId: () => string;
}

/** An operation that is one request. */
export function oneRequest(
  operation: Omit<Operation, "steps" | "known" | "undoes"> & Partial<Pick<Operation, "known">>,
  request: GraphRequest,
): Operation {
  const { id, kind } = operation;
  return { known: null, ...operation, undoes: null, steps: [{ id, name: kind, request }] };
}

/** The kinds of a plan's operations, each once. */
export function kindsOf({ operations }: Pick<Plan, "operations">): readonly OperationKind[] {
  return [...new Set(operations.map(({ operation }) => operation.kind))];
}

/** Longest explanation that an operation carries. */
const EXPLANATION_MAX = 500;

/** The facts about a guest now, with the policy's limits. */
export function knownOf({ guest, standing, explanation }: Candidate, policy: Policy): Known {
  const { staleAfterDays, newGuestGraceDays, pendingAfterDays } = policy;
  return {
    standing: standing.kind,
    explanation: explanation.slice(0, EXPLANATION_MAX),
    lastSeen: guest.lastSeen,
    redemption: guest.redemption,
    createdAt: guest.createdAt,
    enabled: guest.enabled,
    userType: guest.userType,
    policy: { staleAfterDays, newGuestGraceDays, pendingAfterDays },
  };
}
