import type { Json } from "./json";
import type { Known } from "./known";

/** What can be done to a guest's own account. */
export const GUEST_OPERATION_KINDS = [
  "keep",
  "block",
  "unblock",
  "remove",
  "restore",
  "resend",
] as const;

export type GuestOperationKind = (typeof GUEST_OPERATION_KINDS)[number];

/** Everything that can be done from here. */
export const OPERATION_KINDS = [
  ...GUEST_OPERATION_KINDS,
  "create-review",
  "change-review",
  "delete-review",
  "stop-review",
  "stop-instance",
  "apply-instance",
  "reset-instance",
  "remind-reviewers",
  "accept-recommendations",
  "answer-item",
  "create-group",
  "add-member",
  "remove-member",
] as const;

export type OperationKind = (typeof OPERATION_KINDS)[number];

export const SUBJECT_TYPES = ["guest", "review", "group"] as const;

/** What an operation is about. An object that does not exist yet has the id of the operation that creates it. */
export interface Subject {
  readonly type: (typeof SUBJECT_TYPES)[number];
  /** The id as Graph writes it. Not every object in a directory has a GUID. */
  readonly id: string;
}

/** What is sent to Graph, word for word; the path is below the version. */
export interface GraphRequest {
  readonly method: "POST" | "PATCH" | "PUT" | "DELETE";
  readonly path: string;
  readonly body: Json;
}

/** One request of an operation, with an outcome of its own. */
export interface OperationStep {
  /** Sent as `client-request-id`: Entra's audit log knows the request by it. The first step has its operation's id. */
  readonly id: string;
  /**
   * Unique within its operation. The first step is named after the kind; an operation that only tries the rest of another
   * again has the later steps' names.
   */
  readonly name: string;
  /** May refer to objects that earlier steps created; see `bindRequest`. */
  readonly request: GraphRequest;
}

/** Longest reason a person may give, in characters. */
export const REASON_MAX = 1_000;

/** One change that a person decided, as part of a plan: the requests and the reason. */
export interface Operation {
  readonly id: string;
  readonly planId: string;
  readonly kind: OperationKind;
  readonly subject: Subject;
  /** The guest whose account or access changes, where it is one. */
  readonly guestId: string | null;
  readonly reason: string;
  /** What was known of the guest when it was planned. */
  readonly known: Known | null;
  /** The operation that this one takes back. */
  readonly undoes: string | null;
  /** In order. Empty where nothing is sent, and for entries of versions that did not record requests. */
  readonly steps: readonly OperationStep[];
}

/** The names of the steps before this one: what its request may refer to. */
export function namesBefore(
  { steps }: { readonly steps: readonly Pick<OperationStep, "id" | "name">[] },
  stepId: string,
): readonly string[] {
  const place = steps.findIndex(({ id }) => id === stepId);
  return steps.slice(0, Math.max(0, place)).map(({ name }) => name);
}

/** Whether it is about a guest's own account. */
export function isGuestOperation(kind: OperationKind): kind is GuestOperationKind {
  return (GUEST_OPERATION_KINDS as readonly OperationKind[]).includes(kind);
}

/** What reviewers may do with any app role. Entra itself checks that they are reviewers. */
const DONE_BY_REVIEWERS: ReadonlySet<OperationKind> = new Set<OperationKind>([
  "answer-item",
  "accept-recommendations",
]);

/** Whether an operation of this kind needs the app role Governance.Operator. */
export function needsOperatorRole(kind: OperationKind): boolean {
  return !DONE_BY_REVIEWERS.has(kind);
}
