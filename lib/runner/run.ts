import type { Subject } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import type { StepOutcome } from "@/lib/operations/outcomes";
import type { Instant } from "@/lib/domain/time";

/** The state of one operation in a run: not recorded yet, recorded, being sent, not sent, or its outcome. */
export type OperationState = "waiting" | "recorded" | "sending" | NotSent | Outcome;

/** An operation that was not recorded and so not sent, and why. */
export interface NotSent {
  readonly stopped: Stopped;
}

/** Why a run ended early, or one operation was not sent. Operations that were not sent have no effect. */
export type Stopped =
  | { readonly kind: "asked" }
  | { readonly kind: "ledger-unavailable" }
  | { readonly kind: "role-missing" }
  /** Graph refused several in a row, although the known roles should be enough. */
  | { readonly kind: "refused" }
  /** Graph asked for a longer wait than a person would accept. */
  | { readonly kind: "asked-to-wait"; readonly seconds: number }
  /** Another tab, browser or person has the plan's lease. */
  | { readonly kind: "already-running" }
  /** The lease may have ended, or somebody has taken the plan over: nothing more is sent from here. */
  | { readonly kind: "lease-lost" }
  /** The ledger asks for a new sign-in first. */
  | { readonly kind: "history-sign-in" }
  /** The app role is missing: nothing was recorded, so nothing was sent. */
  | { readonly kind: "history-forbidden" }
  /** The ledger refuses the plan, or one operation of it. */
  | { readonly kind: "history-refused"; readonly message: string }
  | { readonly kind: "consent-missing"; readonly scopes: readonly string[] }
  | {
      readonly kind: "sign-in-needed";
      readonly scopes: readonly string[];
      readonly claims: string | null;
    };

export interface OperationResult {
  readonly operationId: string;
  readonly guestId: string | null;
  /** The subject, with the id of the created object. */
  readonly subject: Subject | null;
  /**
   * Null when it never reached the ledger, so nothing was sent; where there is nothing to send; and for an operation that
   * the ledger had before this run, which has to be resolved.
   */
  readonly outcome: Outcome | null;
  /** The steps that were begun or could not be, in order; empty where there is only one. */
  readonly steps: readonly StepOutcome[];
  /** Why this operation alone was not recorded, so not sent; null where the whole run ended before it. */
  readonly stopped: Stopped | null;
  /** False while the operation or its outcome is not confirmed by the ledger. */
  readonly recorded: boolean;
}

export interface RunResult {
  readonly results: readonly OperationResult[];
  readonly stopped: Stopped | null;
}

export type RunEvent =
  | { readonly kind: "operation"; readonly operationId: string; readonly state: OperationState }
  /** Graph throttles until then; null when that is over. */
  | { readonly kind: "waiting"; readonly until: Instant | null }
  /** Outcomes that the ledger has not confirmed yet. */
  | { readonly kind: "unsaved"; readonly count: number };

export interface RunOptions {
  readonly onEvent?: (event: RunEvent) => void;
  /** Aborting stops sending; outcomes of sent requests are still recorded. */
  readonly signal?: AbortSignal;
}

/** A run as a screen shows it, refreshed a few times a second. */
export interface RunSnapshot {
  readonly planId: string;
  readonly total: number;
  readonly finished: number;
  readonly states: ReadonlyMap<string, OperationState>;
  readonly waitingUntil: Instant | null;
  readonly perSecond: number;
  readonly unsaved: number;
  /** Null while the run is in progress. */
  readonly result: RunResult | null;
}
