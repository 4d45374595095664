import type { EntriesAnswer, EntriesRequest, NewEntry } from "@/lib/contract/entries";
import type { GraphRequest } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import type { Policy } from "@/lib/domain/policy";
import type { Instant } from "@/lib/domain/time";
import type { Clock } from "@/lib/graph/clock";
import type { Graph } from "@/lib/graph/graph";
import type { WriteRateLimiter } from "./write-rate-limiter";

/** Outcomes that the ledger has not confirmed yet. Survives a closed tab. */
export interface Outbox {
  keep(entry: NewEntry): void;
  drop(entryIds: readonly string[]): void;
  all(): Promise<readonly NewEntry[]>;
}

/** A recorded outcome, with its entry and, for a correction, the reason. */
export interface RecordedOutcome extends Outcome {
  readonly entryId?: string | undefined;
  readonly correction?: string | null;
}

/** What the ledger has about one of several steps. */
export interface RecordedStep {
  readonly stepId: string;
  /** The request as it was sent, where it referred to what earlier steps made. */
  readonly bound: GraphRequest | null;
  readonly createdId: string | null;
  readonly outcome: Outcome | null;
}

/** What the ledger has about an operation: its current outcome, and those of its steps where it has several. */
export interface RecordedState {
  readonly outcome: RecordedOutcome | null;
  readonly steps: readonly RecordedStep[];
}

/** Why there was no token for a call: the person has to sign in or consent. */
export interface MissingToken {
  /** The scopes to ask for; null for those of the call. */
  readonly scopes: readonly string[] | null;
  readonly claims: string | null;
}

/** The lease of one plan. Only its holder may send, and record outcomes of the plan. */
export interface Lease {
  /** Sent with each outcome: the ledger refuses those of an earlier holder. */
  readonly fence: number;
  /** What time it is by the server's clock. */
  readonly serverNow: () => Instant;
  /** The last moment at which an earlier holder may have sent something, by the server's clock; null if there was none. */
  readonly sentUntil: Instant | null;
  /** Whether the lease certainly still holds. Nothing is sent once it may have ended. */
  readonly isHeld: () => boolean;
}

/** Whether the lease is for running a plan, or only for recording outcomes. */
export type LeasePurpose = "run" | "read";

export interface Leases {
  /**
   * Does the work while nobody else runs or resolves this plan, in any tab, browser or machine; null when somebody else
   * does. Throws ApiError where the server does not answer.
   */
  hold<T>(
    planId: string,
    purpose: LeasePurpose,
    work: (lease: Lease) => Promise<T>,
  ): Promise<T | null>;
}

/** Everything that the runner needs from outside. */
export interface RunnerServices {
  readonly graph: Graph;
  /** What token a failed call lacked; null where it failed for another reason. */
  readonly missingToken: (error: unknown) => MissingToken | null;
  /** Appends to the ledger; resolved means durable. Throws ApiError. */
  append(request: EntriesRequest): Promise<EntriesAnswer>;
  /** Reads what the ledger has about a plan, by operation. Throws ApiError. */
  readRecorded(planId: string): Promise<ReadonlyMap<string, RecordedState>>;
  /** The policy as the ledger has it now. */
  readPolicy(): Promise<Policy>;
  /** Template ids of the directory roles that the person holds now; null when they could not be read. */
  readMyRoles(): Promise<ReadonlySet<string> | null>;
  readonly me: { readonly userId: string; readonly tenantId: string };
  readonly clock: Clock;
  /** Shared by all runs of the tab: a Retry-After that one of them receives holds all. */
  readonly writeLimiter: WriteRateLimiter;
  mintId(): string;
  readonly outbox: Outbox;
  readonly leases: Leases;
}
