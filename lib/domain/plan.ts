import type { Decision, DecisionKind } from "./decision";
import type { Guest } from "./guest";
import type { Instant } from "./time";

/** Why a guest of the selection is left alone. */
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
  | "changed-since"
  | "gone";

export interface PlannedDecision {
  readonly decision: Decision;
  readonly guest: Pick<Guest, "id" | "displayName" | "mail">;
}

export interface Skipped {
  readonly guest: Pick<Guest, "id" | "displayName" | "mail">;
  readonly because: SkipReason;
}

/** The exact set of decisions, frozen before anything is sent. */
export interface Plan {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly madeAt: Instant;
  readonly decisions: readonly PlannedDecision[];
  readonly skipped: readonly Skipped[];
  /** The plan that this one takes back. */
  readonly undoes: string | null;
}
