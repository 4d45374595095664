import type { Decision, DecisionKind, Known } from "./decision";
import type { IntendedRequest, Intent, IntentKind, Subject } from "./intent";

/** Everything that can be done from here: to a guest's account, to a review, to a group. */
export type OperationKind = DecisionKind | IntentKind;

/**
 * One act of a plan, as the runner treats every kind. Decisions about guests and intents are recorded in their own
 * words; they are run, verified and resolved as this.
 */
export interface Operation {
  readonly id: string;
  readonly planId: string;
  readonly kind: OperationKind;
  /** The guest whose account or access changes, where it is one. */
  readonly guestId: string | null;
  /** What it is about besides a guest; null of a decision about a guest's account. */
  readonly subject: Subject | null;
  /** The request word for word, as it was recorded; null where the kind alone says it. */
  readonly request: IntendedRequest | null;
  /** What was known of the guest when it was planned. */
  readonly known: Known | null;
}

/** A decision about a guest as the operation that carries it out. */
export function operationOfDecision(decision: Omit<Decision, "reason" | "undoes">): Operation {
  const { id, planId, kind, guestId, known } = decision;
  return { id, planId, kind, guestId, known, subject: null, request: null };
}

/** An intent as the operation that carries it out. */
export function operationOfIntent(intent: Intent): Operation {
  const { id, planId, kind, guestId, known, subject, request } = intent;
  return { id, planId, kind, guestId, known, subject, request };
}

/** What reviewers do, whatever their app role is; that they are reviewers is checked by Entra itself. */
const DONE_BY_REVIEWERS: ReadonlySet<OperationKind> = new Set<OperationKind>([
  "answer-item",
  "accept-recommendations",
]);

/** Whether an operation of this kind needs the app role Governance.Operator. */
export function needsOperatorRole(kind: OperationKind): boolean {
  return !DONE_BY_REVIEWERS.has(kind);
}
