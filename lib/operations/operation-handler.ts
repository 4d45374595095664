import type { DirectoryRole } from "@/lib/domain/directory-roles";
import type { GraphRequest, Operation } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import type { Policy } from "@/lib/domain/policy";
import type { Findings, Shown } from "@/lib/domain/resolve-outcome";
import type { Review, ReviewItem } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import type { DirectoryReadings } from "./directory-readings";
import type { OperationServices } from "./operation-services";
import type { RequestTarget } from "./request-target";

/** What people read of a kind: the only place of these words. */
export interface OperationLabels {
  /** On a button. */
  readonly verb: string;
  /** While it is carried out, before the count: "Blocking 4 of 6". */
  readonly doing: string;
  /** On the button that begins a plan of several, where that is not the verb and so many guests. */
  readonly counted?: (count: number) => string;
  /** In a list of operations. */
  readonly name: string;
  /** Once it is done. */
  readonly done: string;
  /** What it changes, before it is sent. */
  readonly changes: string;
  /** What did not happen, when it was refused or failed. */
  readonly notDone: string;
}

/** What was read right before sending, where it helps to tell afterwards whether the operation was carried out. */
export interface Snapshot {
  readonly review?: Review;
  readonly item?: ReviewItem;
  /** The address that an invitation is mailed to. */
  readonly mail?: string;
  /** Whether the account signs in to this tenant, not to a home tenant of its own. */
  readonly signsInHere?: boolean;
}

/** What the check right before sending found: why nothing is to be sent, or what sending has to know. */
export type Precheck =
  | { readonly outcome: Outcome }
  | { readonly outcome: null; readonly snapshot: Snapshot };

/** Nothing stands against it, and nothing of what was read has to be remembered. */
export const precheckPassed: Precheck = { outcome: null, snapshot: {} };

/** What Graph answered to a request that it accepted. */
export interface Accepted {
  readonly requestId: string | null;
  /** The id of what was made, where something was and Graph named it. */
  readonly createdId?: string | null;
  /** What Graph did instead of what was asked, in a sentence: then the operation has failed. */
  readonly failure?: string | null;
}

/** A step as it is sent. */
export interface BoundStep {
  readonly id: string;
  readonly name: string;
  /** With the ids of what earlier steps made; null of an operation that was recorded before requests were. */
  readonly request: GraphRequest | null;
}

/** The facts by which a step of an operation is recognised in the directory. */
export interface ExecutionRecord {
  readonly step: BoundStep;
  readonly actorId: string;
  /** When it was on the ledger; nothing was sent before. */
  readonly recordedAt: Instant;
  /** What was read right before it was sent; null when nobody knows that any more. */
  readonly snapshot: Snapshot | null;
}

/**
 * Milliseconds that lists may lack a new review or group. https://learn.microsoft.com/graph/best-practices-concept
 */
export const CREATION_LAG_MILLISECONDS = 60_000;

/** How an accepted operation is read back: by itself, in one reading for all at the end of the run, or not at all. */
export type VerificationMode = "each" | "together" | "none";

/** One step of an operation with all that its handler needs to check, send and verify it. */
export interface OperationContext {
  readonly operation: Operation;
  /** The ids in the step's request. */
  readonly target: RequestTarget;
  readonly execution: ExecutionRecord;
  /** What the plan was made from, where sending would overwrite it; null when nobody knows that any more. */
  readonly plannedFrom: Readonly<Record<string, unknown>> | null;
  /** Readings that began earlier do not count. */
  readonly since: Instant;
  readonly readings: DirectoryReadings;
  readonly services: OperationServices;
  /** Ids of what steps have made, by the steps' ids, as far as they are known: a handler that finds one adds it. */
  readonly created: Map<string, string>;
}

/** What a check may ask of the run. */
export interface PrecheckOptions {
  /** The policy of this second; null when it could not be read, and then nothing more is sent. */
  policy(): Promise<Policy | null>;
  readonly signal: AbortSignal;
}

/** The activity of the audit log that shows this operation or one that undid it; or that it cannot be undone. */
export type AuditActivity =
  | { readonly activity: string; readonly target: "guest" | "unknown" }
  | "cannot-be-undone"
  | "not-known";

/** All that is particular to one request of a kind of operation. */
export interface StepHandler {
  /** The least delegated permissions: https://learn.microsoft.com/graph/permissions-reference */
  readonly scopes: { readonly read: readonly string[]; readonly send: readonly string[] };
  /** The recorded request: its method and path, with the ids as named groups; null where `isRequest` tells. */
  readonly request: { readonly method: string; readonly path: string } | null;
  /** Whether this is the request that follows from the kind; absent where `request` tells. */
  isRequest?(operation: Operation, step: BoundStep, tenantId: string): boolean;
  readonly verificationMode: VerificationMode;
  /** Whether what shows can only be this step's doing: it bears the operation's id, or names who did it. */
  readonly attribution: Findings["attribution"];
  /** Whether it may be sent again after Graph put it off and the directory does not show it. */
  readonly mayRepeat: boolean;
  /** Creations only: milliseconds that lists may lag before a missing object counts as not created. */
  readonly lagMilliseconds: number | null;
  /** Whether Graph's words of a refusal may be kept: only where they name no person. */
  readonly keepsErrorMessage: boolean;
  readonly auditActivity: AuditActivity;
  /** Checks whether the object is in a state that allows the step, and whether it is done already. */
  precheck(context: OperationContext, options: PrecheckOptions): Promise<Precheck>;
  /** Sends it once; absent where the recorded request is sent as it is. */
  send?(context: OperationContext, snapshot: Snapshot): Promise<Accepted>;
  /** Whether the directory shows it. Throws what reading throws. */
  verify(context: OperationContext): Promise<Shown>;
  /** What of an accepted request the object does not have, in words; absent where a request is stored or not. */
  notStored?(context: OperationContext): Promise<readonly string[]>;
}

/** A request that is sent once those before it are done. */
export interface LaterStep extends StepHandler {
  /** What people read of it: in the list of an operation's steps, and where it alone is tried again. */
  readonly labels: OperationLabels;
  /** What is done and what is not, for a step that is refused or fails after the steps before it are done. */
  readonly partlyDone: string;
  /** The sentence for an unknown outcome: what is not known. */
  readonly notKnown: string;
  /** Why it was not sent, in a sentence, where the operation is done without it. */
  readonly notNeeded: string;
  /** Whether there is anything to do; what was read right before the first step may tell. Throws what reading throws. */
  isNeeded(context: OperationContext): Promise<boolean>;
}

/**
 * All that is particular to one kind of operation; its own part of `StepHandler` is about its first request. When an
 * operation is recorded, sent, repeated and resolved is the runner's, and the same for all kinds.
 */
export interface OperationHandler extends StepHandler {
  readonly labels: OperationLabels;
  /** Only recorded: it has no request, and so no outcome. */
  readonly sendsNothing?: true;
  /** The directory roles of which one is enough, the least first; empty where none is needed. */
  readonly roles: readonly DirectoryRole[];
  /** Whether Graph may let somebody without these roles do it: an owner, or anybody where the tenant says so. */
  readonly mayWithoutRole: boolean;
  /** By their names in the recorded operation. */
  readonly laterSteps?: Readonly<Record<string, LaterStep>>;
}
