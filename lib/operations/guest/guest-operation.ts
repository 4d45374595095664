import {
  USER_DELETE_RESTORE_ALL,
  USER_ENABLE_DISABLE_ACCOUNT_ALL,
  USER_READ_ALL,
} from "@/lib/domain/graph-scopes";
import { ROLES } from "@/lib/domain/directory-roles";
import { isGuestStep } from "@/lib/domain/guest-steps";
import type { Known } from "@/lib/domain/known";
import { sameId } from "@/lib/domain/same-id";
import {
  type GraphRequest,
  type GuestOperationKind,
  isGuestOperation,
  type Operation,
} from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import { protectsEligible } from "@/lib/domain/role-holders";
import {
  type AccountState,
  readState,
  readStateBeforeActing,
  scopesToReadBeforeActing,
} from "@/lib/graph/guests/read-account-state";
import type {
  Accepted,
  BoundStep,
  ExecutionRecord,
  OperationContext,
  OperationHandler,
  OperationLabels,
  Precheck,
  PrecheckOptions,
  Snapshot,
} from "../operation-handler";
import type { OperationServices } from "../operation-services";
import { notAttempted, observedOutcome } from "../outcomes";
import { whyPrivileged, whyUntouchable } from "./check-account";

/** https://learn.microsoft.com/graph/api/user-update */
export const SCOPES_TO_SET_ENABLED = [USER_ENABLE_DISABLE_ACCOUNT_ALL, USER_READ_ALL] as const;

/** https://learn.microsoft.com/graph/api/user-delete */
export const SCOPES_TO_DELETE_OR_RESTORE = [USER_DELETE_RESTORE_ALL] as const;

export type LiveGuest = Extract<AccountState, { kind: "guest" }>;

/** One request about a guest, about to be sent. */
export interface GuestRequest {
  readonly guestId: string;
  /** Sent as `client-request-id`: the audit log knows the request by it. */
  readonly tracking: string;
  /** As it was recorded. */
  readonly request: GraphRequest | null;
  readonly snapshot: Snapshot;
  readonly services: OperationServices;
}

interface GuestOperation {
  readonly kind: Exclude<GuestOperationKind, "keep">;
  readonly labels: OperationLabels;
  readonly scopes: readonly string[];
  /** Entra's name of it: https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities */
  readonly activity: string;
  /** Only where the recorded request is not the one to send: mail addresses are not recorded. */
  readonly send?: (request: GuestRequest) => Promise<Accepted>;
  /** Whether the account is as the operation wants it. */
  isApplied(state: AccountState): boolean;
  /** Why the operation no longer fits a guest who changed since planning; null when it does. */
  whyNotLive?(state: LiveGuest, known: Known): string | null;
  /** Why it must not be sent, by a further reading; null when it may. */
  whyNotNow?(request: GuestRequest, signal: AbortSignal): Promise<string | null>;
  /** Only where the operation brings back a deleted account. */
  readonly restores?: true;
}

/** The handler of an operation on a guest's own account: shared roles, precheck and verification. */
export function guestOperation(
  { labels, activity, send, ...kind }: GuestOperation,
  more: Partial<OperationHandler> = {},
): OperationHandler {
  return {
    labels,
    scopes: {
      read: scopesToReadBeforeActing(protectsEligible(kind.kind)),
      send: kind.scopes,
    },
    roles: [ROLES.users, ROLES.global],
    mayWithoutRole: false,
    request: null,
    isRequest: isGuestRequest,
    verificationMode: "each",
    // Anybody may have blocked or deleted the same account.
    attribution: "none",
    mayRepeat: true,
    lagMilliseconds: null,
    keepsErrorMessage: false,
    auditActivity: { activity, target: "guest" },
    async precheck(context, options) {
      return await precheckGuest(kind, context, options);
    },
    ...(send && {
      send: async ({ operation, execution, services }, snapshot) =>
        await send(requestOf(operation, execution, snapshot, services)),
    }),
    async verify({ operation, services }) {
      const state = await readState(services.graph, guestIdOf(operation));
      return kind.isApplied(state) ? "shown" : "not-shown";
    },
    ...more,
  };
}

/** Checks the account of a step right before sending: policy, roles, member or guest, changed since planning. */
export async function precheckGuest(
  kind: Pick<GuestOperation, "kind" | "isApplied" | "restores" | "whyNotLive" | "whyNotNow">,
  { operation, execution, services }: OperationContext,
  options: PrecheckOptions,
): Promise<Precheck> {
  const guestId = guestIdOf(operation);
  const policy = await options.policy();
  if (policy === null) return { outcome: notAttempted("the policy could not be read") };
  const state = await readStateBeforeActing(services.graph, guestId, {
    eligible: protectsEligible(kind.kind),
    signal: options.signal,
  });
  if (sameId(guestId, services.me.userId)) {
    return { outcome: observedOutcome("refused", "You can't change your own account.") };
  }
  const untouchable = whyUntouchable(guestId, state, policy);
  if (untouchable !== null) return { outcome: untouchable };
  if (kind.isApplied(state)) return { outcome: observedOutcome("already-so", null) };
  const outcome = whyNot(kind, state, operation.known);
  if (outcome !== null) return { outcome };
  const snapshot = snapshotOf(state);
  const request = requestOf(operation, execution, snapshot, services);
  const why = (await kind.whyNotNow?.(request, options.signal)) ?? null;
  return why === null ? { outcome, snapshot } : { outcome: observedOutcome("refused", why) };
}

function requestOf(
  operation: Operation,
  { step }: ExecutionRecord,
  snapshot: Snapshot,
  services: OperationServices,
): GuestRequest {
  const { id: tracking, request } = step;
  return { guestId: guestIdOf(operation), tracking, request, snapshot, services };
}

function whyNot(
  kind: Pick<GuestOperation, "restores" | "whyNotLive">,
  state: AccountState,
  known: Known | null,
): Outcome | null {
  if (state.kind === "guest") {
    const privileged = whyPrivileged(state);
    if (privileged !== null) return privileged;
    const why = known === null ? null : (kind.whyNotLive?.(state, known) ?? null);
    return why === null ? null : observedOutcome("refused", why);
  }
  if (kind.restores !== true || state.kind !== "deleted") {
    const gone =
      state.kind === "deleted"
        ? "The account was deleted after the plan was made."
        : "The account is no longer in the directory.";
    return observedOutcome("failed", gone);
  }
  return state.wasGuest
    ? null
    : observedOutcome("refused", "The deleted account was not a guest's.");
}

function snapshotOf(state: AccountState): Snapshot {
  if (state.kind !== "guest") return {};
  const { mail, signsInHere } = state;
  return { signsInHere, ...(mail !== null && { mail }) };
}

/** Whether the request follows from the kind and this guest. Earlier versions recorded the kind without a request. */
export function isGuestRequest(operation: Operation, step: BoundStep, tenantId: string): boolean {
  const { kind, guestId } = operation;
  const { name, request } = step;
  if (!isGuestOperation(kind) || guestId === null) return false;
  return request === null || isGuestStep(kind, { guestId, tenantId }, { name, request });
}

/** Whether an invitation was accepted since the plan was made: then a person should look again. */
export function acceptedSince({ pending }: LiveGuest, { redemption }: Known): boolean {
  return redemption.kind === "pending" && !pending;
}

/** The guest of an operation on an account; throws where it has none. */
export function guestIdOf({ id, guestId }: Operation): string {
  if (guestId === null) throw new TypeError(`Operation ${id} is about no guest`);
  return guestId;
}
