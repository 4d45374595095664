import { newGuestOperation } from "./guest-steps";
import type { Known } from "./known";
import { sameId } from "./same-id";
import {
  type GuestOperationKind,
  isGuestOperation,
  type Operation,
  type OperationKind,
  type OperationStep,
} from "./operation";
import type { Result } from "./outcome";
import type { Plan, PlannedOperation, Skipped, SkipReason } from "./plan";
import type { Policy } from "./policy";
import type { Instant } from "./time";

/** The kind that takes this one back; null where there is nothing to take back. */
export function undoOf(kind: OperationKind): GuestOperationKind | null {
  if (!isGuestOperation(kind)) return null;
  switch (kind) {
    case "block":
      return "unblock";
    case "unblock":
      return "block";
    case "remove":
      return "restore";
    case "restore":
      return "remove";
    case "keep":
    case "resend":
      return null;
  }
}

/** What an operation is and sends, as far as it can be taken back. */
interface KindAndSteps {
  readonly kind: OperationKind;
  readonly steps: readonly Pick<OperationStep, "name">[];
}

/** The kind that takes an operation back; null where it has nothing to take back, or was only the rest of another. */
export function undoOfOperation(operation: KindAndSteps): GuestOperationKind | null {
  return isRestOfAnother(operation) ? null : undoOf(operation.kind);
}

/** Whether it has only the later steps of an operation of its kind: those change nothing that is taken back. */
export function isRestOfAnother({ kind, steps: [first] }: KindAndSteps): boolean {
  return first !== undefined && first.name !== kind;
}

/** An operation about the same guest that came after the one which is to be taken back, or may have. */
export interface LaterOperation extends KindAndSteps {
  readonly actorId: string;
  /**
   * Of its first request, which is the one that changes the account; of the whole where its requests have no outcomes of
   * their own. Null while nothing is known of it.
   */
  readonly result: Result | null;
}

/**
 * Whether a later operation on the same account stands against taking an earlier one back: it may have had an effect, or
 * a colleague wanted what was already done. What the same person's other tab found done is their own decision still.
 */
export function standsAgainst(
  later: LaterOperation,
  earlier: { readonly kind: OperationKind; readonly actorId: string },
): boolean {
  if (undoOfOperation(later) === null) return false;
  if (later.result === "already-so" && later.kind === earlier.kind) {
    return !sameId(later.actorId, earlier.actorId);
  }
  return later.result !== "failed" && later.result !== "refused";
}

/** An operation on a guest's account that is known to have been done. */
export interface DoneOperation {
  readonly id: string;
  readonly kind: GuestOperationKind;
  readonly known: Known;
  readonly guest: {
    readonly id: string;
    readonly displayName: string | null;
    readonly mail: string | null;
  };
  readonly doneAt: Instant;
  /** What stands against taking it back: its own undo, or another later operation on the account; null where nothing does. */
  readonly against: "taken-back" | "changed-since" | null;
}

export interface UndoInput {
  /** All of one kind: that of the plan. */
  readonly done: readonly DoneOperation[];
  readonly reason: string;
  readonly policy: Policy;
  readonly myId: string;
  readonly tenantId: string;
  readonly now: Instant;
  readonly mintId: () => string;
}

/** A plan that takes back what was done of another; null when none of it can be taken back. */
export function makeUndoPlan(input: UndoInput): Plan | null {
  const first = input.done[0];
  const kind = first ? undoOf(first.kind) : null;
  if (!first || kind === null) return null;
  const id = input.mintId();
  const operations: PlannedOperation[] = [];
  const skipped: Skipped[] = [];
  for (const done of input.done.filter((each) => each.kind === first.kind)) {
    const guest = { ...done.guest, displayName: done.guest.displayName ?? "" };
    const because = whyNotUndone(done, input);
    if (because !== null) skipped.push({ guest, because });
    else
      operations.push({
        operation: takeBack(done, kind, id, input),
        label: guest.displayName,
        guest,
      });
  }
  return { id, reason: input.reason, operations, skipped };
}

function whyNotUndone(done: DoneOperation, input: UndoInput): SkipReason | null {
  if (done.against !== null) return done.against;
  return isGoneForGood(done, input.now) ? "gone" : protectedBy(done, input);
}

/** Whether a removed account can no longer be restored. */
export function isGoneForGood(
  { kind, doneAt }: { readonly kind: OperationKind; readonly doneAt: Instant },
  now: Instant,
): boolean {
  return kind === "remove" && now - doneAt > KEPT_DELETED_MILLISECONDS;
}

/** For how long a deleted account can be restored: https://learn.microsoft.com/graph/api/directory-deleteditems-restore */
const KEPT_DELETED_MILLISECONDS = 30 * 86_400_000;

function protectedBy({ guest }: DoneOperation, { policy, myId }: UndoInput): SkipReason | null {
  if (sameId(guest.id, myId)) return "yourself";
  return policy.protectedAccounts.find(({ id }) => sameId(id, guest.id))?.because ?? null;
}

function takeBack(
  done: DoneOperation,
  kind: GuestOperationKind,
  planId: string,
  input: UndoInput,
): Operation {
  const { id: undoes, guest } = done;
  const known = knownAfter(done);
  return newGuestOperation({ kind, planId, guestId: guest.id, known, undoes }, input);
}

/** The facts about a guest after the operation: those from before, with its change applied. */
function knownAfter({ kind, known }: DoneOperation): Known {
  switch (kind) {
    case "block":
      return {
        ...known,
        standing: "blocked",
        enabled: false,
        explanation: "Blocked by the operation that is undone.",
      };
    case "remove":
      return {
        ...known,
        standing: "deleted",
        explanation: "Removed by the operation that is undone.",
      };
    case "unblock":
      return {
        ...known,
        standing: "unknown",
        enabled: true,
        explanation: "Unblocked by the operation that is undone.",
      };
    case "restore":
      return {
        ...known,
        standing: "unknown",
        explanation: "Restored by the operation that is undone.",
      };
    case "keep":
    case "resend":
      return known;
  }
}
