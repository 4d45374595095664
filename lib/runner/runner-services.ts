import type { EntriesAnswer, EntriesRequest, NewEntry } from "@/lib/contract/entries";
import type { GraphRequest } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import type { Policy } from "@/lib/domain/policy";
import type { Instant } from "@/lib/domain/time";
import type { Clock } from "@/lib/graph/clock";
import type { Graph } from "@/lib/graph/graph";
import type { WriteRateLimiter } from "./write-rate-limiter";

/** Where outcomes wait that the ledger has not confirmed; it outlives the tab. */
export interface Outbox {
  keep(entry: NewEntry): void;
  drop(entryIds: readonly string[]): void;
  all(): Promise<readonly NewEntry[]>;
}

/** An outcome as the history has it: with its entry, and the reason where it is a correction. */
export interface RecordedOutcome extends Outcome {
  readonly entryId?: string | undefined;
  readonly correction?: string | null;
}

/** What the ledger has of one of several steps. */
export interface RecordedStep {
  readonly stepId: string;
  /** The request as it was sent, where it referred to what earlier steps made. */
  readonly bound: GraphRequest | null;
  readonly createdId: string | null;
  readonly outcome: Outcome | null;
}

/** What the ledger has of an operation: the outcome that holds, and that of its single steps where it has several. */
export interface RecordedState {
  readonly outcome: RecordedOutcome | null;
  readonly steps: readonly RecordedStep[];
}

/** Why a call had no token: the person has to sign in or consent. */
export interface MissingToken {
  /** Null where the ones that the call asked for are to be asked for. */
  readonly scopes: readonly string[] | null;
  readonly claims: string | null;
}

/** The lease of one plan while somebody holds it: only its holder sends, and says what became of the plan. */
export interface Lease {
  /** Goes with each outcome: the ledger refuses those of an earlier holder. */
  readonly fence: number;
  /** What time it is by the server's clock. */
  readonly serverNow: () => Instant;
  /** Until when somebody who had it before may have sent something, by the server's clock; null where nobody can have. */
  readonly sentUntil: Instant | null;
  /** Whether it surely lives: nothing is sent after it may have lapsed. */
  readonly isHeld: () => boolean;
}

/** To carry a plan out, or only to say what became of it. */
export type LeasePurpose = "run" | "read";

export interface Leases {
  /**
   * Does the work as the only one who runs or resolves this plan, in all tabs, browsers and machines; null when somebody
   * else does. Throws ApiError where the server does not answer.
   */
  hold<T>(
    planId: string,
    purpose: LeasePurpose,
    work: (lease: Lease) => Promise<T>,
  ): Promise<T | null>;
}

/** All that the runner needs from outside itself. */
export interface RunnerServices {
  readonly graph: Graph;
  /** Whether a call failed for want of a token; null where it failed for another reason. */
  readonly missingToken: (error: unknown) => MissingToken | null;
  /** Appends to the ledger; resolved means durable. Throws ApiError. */
  append(request: EntriesRequest): Promise<EntriesAnswer>;
  /** What the ledger has of a plan now, by operation. Throws ApiError. */
  readRecorded(planId: string): Promise<ReadonlyMap<string, RecordedState>>;
  /** The policy as the ledger has it now. */
  readPolicy(): Promise<Policy>;
  /** Template ids of the directory roles that the person holds now; null when they could not be read. */
  readMyRoles(): Promise<ReadonlySet<string> | null>;
  readonly me: { readonly userId: string; readonly tenantId: string };
  readonly clock: Clock;
  /** One for all runs of the tab: a Retry-After that one of them hears holds all. */
  readonly writeLimiter: WriteRateLimiter;
  mintId(): string;
  readonly outbox: Outbox;
  readonly leases: Leases;
}
