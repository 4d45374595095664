import type { Guest } from "./guest";
import type { GraphRequest, Operation, OperationKind } from "./operation";

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
  | "taken-back"
  | "changed-since"
  | "gone";

/** A guest with the names that people see; they go on cards and screens, never into the chain. */
export type NamedGuest = Pick<Guest, "id" | "displayName" | "mail">;

/** An operation with what people see of it. */
export interface PlannedOperation {
  readonly operation: Operation;
  /** What it is about in a few words, for example the guest's name or the review's. */
  readonly label: string;
  readonly guest: NamedGuest | null;
  /** What was there when this was planned, where the request would set aside what somebody else does meanwhile. */
  readonly plannedFrom?: Readonly<Record<string, unknown>>;
}

export interface Skipped {
  readonly guest: NamedGuest;
  readonly because: SkipReason;
}

/** The exact set of operations, frozen before anything is sent; all are carried out in their order. */
export interface Plan {
  readonly id: string;
  readonly reason: string;
  readonly operations: readonly PlannedOperation[];
  readonly skipped: readonly Skipped[];
}

/** What every plan needs: why, and ids for it and its operations. */
export interface Planning {
  readonly reason: string;
  readonly mintId: () => string;
}

/** An operation that is one request. */
export function oneRequest(
  operation: Omit<Operation, "steps" | "known" | "undoes"> & Partial<Pick<Operation, "known">>,
  request: GraphRequest,
): Operation {
  const { id, kind } = operation;
  return { known: null, ...operation, undoes: null, steps: [{ id, name: kind, request }] };
}

/** The kinds of a plan's operations, each once. */
export function kindsOf({ operations }: Pick<Plan, "operations">): readonly OperationKind[] {
  return [...new Set(operations.map(({ operation }) => operation.kind))];
}
