import type { Guest } from "./guest";
import { newGuestOperation } from "./guest-steps";
import type { GuestOperationKind, Operation } from "./operation";
import {
  type Candidate,
  knownOf,
  type NamedGuest,
  type Plan,
  type PlannedOperation,
  type Skipped,
  type SkipReason,
} from "./plan";
import type { Policy } from "./policy";
import { heldRoleReason, type RoleHolders } from "./role-holders";
import { sameId } from "./same-id";

export interface PlanInput {
  readonly kind: GuestOperationKind;
  readonly candidates: readonly Candidate[];
  /** Selected ids that the list no longer has. */
  readonly gone?: readonly string[];
  readonly reason: string;
  readonly policy: Policy;
  /** The object id of the person who decides. */
  readonly myId: string;
  readonly tenantId: string;
  /** Everybody who holds a directory role or is eligible for one; nobody needs to be known for a decision to keep. */
  readonly roleHolders: RoleHolders;
  /** Whether every page was read and the count agrees. */
  readonly fullyRead: boolean;
  readonly mintId: () => string;
}

/** Freezes a selection into a plan: the guests in it with the facts known about them, and those skipped with the reason. */
export function makePlan(input: PlanInput): Plan {
  const id = input.mintId();
  const operations: PlannedOperation[] = [];
  const skipped: Skipped[] = (input.gone ?? []).map((gone) => ({
    guest: { id: gone, displayName: "", mail: null },
    because: "gone",
  }));
  const seen = new Set<string>();
  for (const candidate of input.candidates) {
    if (seen.has(candidate.guest.id)) continue;
    seen.add(candidate.guest.id);
    const guest = named(candidate.guest);
    const because = skipReason(candidate, input);
    if (because === null) operations.push(planned(guest, decide(id, candidate, input)));
    else skipped.push({ guest, because });
  }
  return { id, reason: input.reason, operations, skipped };
}

/** Why this guest is skipped; null when they are not. */
export function skipReason(candidate: Candidate, input: PlanInput): SkipReason | null {
  const { guest } = candidate;
  if (guest.userType === "member") return "member";
  if (input.kind === "keep") return null;
  const selected = input.candidates.length + (input.gone?.length ?? 0);
  if (!input.fullyRead && selected > 1) return "not-fully-read";
  if (guest.id === input.myId) return "yourself";
  const account = input.policy.protectedAccounts.find(({ id }) => sameId(id, guest.id));
  if (account) return account.because;
  return heldRoleReason(input.roleHolders, guest.id) ?? pointless(input.kind, candidate);
}

function pointless(
  kind: Exclude<GuestOperationKind, "keep">,
  candidate: Candidate,
): SkipReason | null {
  const deleted = candidate.standing.kind === "deleted";
  switch (kind) {
    case "restore":
      return deleted ? null : "already-so";
    case "remove":
      return deleted ? "already-so" : null;
    case "block":
      if (deleted) return "gone";
      return candidate.guest.enabled ? null : "already-so";
    case "unblock":
      if (deleted) return "gone";
      return candidate.guest.enabled ? "already-so" : null;
    case "resend":
      return deleted ? "gone" : cannotResend(candidate.guest);
  }
}

function cannotResend(guest: Guest): SkipReason | null {
  if (guest.redemption.kind !== "pending") return "not-pending";
  if (!guest.enabled) return "blocked";
  return guest.mail === null ? "no-mail" : null;
}

function planned(guest: NamedGuest, operation: Operation): PlannedOperation {
  return { operation, label: guest.displayName, guest };
}

function decide(planId: string, candidate: Candidate, input: PlanInput): Operation {
  const { kind, policy } = input;
  const known = knownOf(candidate, policy);
  const guestId = candidate.guest.id;
  return newGuestOperation({ kind, planId, guestId, known, undoes: null }, input);
}

function named({ id, displayName, mail }: Guest): NamedGuest {
  return { id, displayName, mail };
}
