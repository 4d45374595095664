import type { Subject } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import type { StepOutcome } from "@/lib/operations/combine-outcomes";
import type { Instant } from "@/lib/domain/time";

/** Where one operation of a run is: not on the ledger yet, on it, being acted on, left out, or what became of it. */
export type OperationState = "waiting" | "recorded" | "sending" | NotSent | Outcome;

/** An operation that was not recorded and so not sent, and why. */
export interface NotSent {
  readonly stopped: Stopped;
}

/** Why a run ended before its last operation, or one operation was left out; what was not sent then has no effect. */
export type Stopped =
  | { readonly kind: "asked" }
  | { readonly kind: "ledger-unavailable" }
  | { readonly kind: "role-missing" }
  /** Graph refused several in a row, though the roles that are known would be enough. */
  | { readonly kind: "refused" }
  /** Graph asked to wait longer than a person would. */
  | { readonly kind: "asked-to-wait"; readonly seconds: number }
  /** This plan is carried out somewhere else: another tab, browser or person has its lease. */
  | { readonly kind: "already-running" }
  /** The lease may have lapsed, or somebody has taken the plan over: nothing more is sent from here. */
  | { readonly kind: "lease-lost" }
  /** The history wants a new sign-in first. */
  | { readonly kind: "history-sign-in" }
  /** The app role is missing: nothing was recorded, so nothing was sent. */
  | { readonly kind: "history-forbidden" }
  /** The history understood the plan, or one operation of it, and does not take it. */
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
  /** What it was about besides a guest, with the id of what was made. */
  readonly subject: Subject | null;
  /**
   * Null when it never reached the ledger, and so nothing was sent; where there is nothing to send; and of an operation
   * that the ledger had before this run, which is left to be resolved.
   */
  readonly outcome: Outcome | null;
  /** Of several steps those that were begun or had to be left, in their order; empty where there is only one. */
  readonly steps: readonly StepOutcome[];
  /** Why it alone was not recorded, and so not sent; null where the whole run ended before it. */
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
  /** Aborting stops the sending; what was sent is still recorded. */
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
  /** Null while the run is under way. */
  readonly result: RunResult | null;
}
