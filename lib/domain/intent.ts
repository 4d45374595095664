import type { Known } from "./decision";

/** What may be done to a thing of the directory that is not a guest's account. */
export const INTENT_KINDS = [
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

export type IntentKind = (typeof INTENT_KINDS)[number];

export const SUBJECT_TYPES = ["review", "group"] as const;

/** What an intent is about. A thing that does not exist yet has the id of the intent that makes it. */
export interface Subject {
  readonly type: (typeof SUBJECT_TYPES)[number];
  readonly id: string;
}

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What is sent to Graph, word for word; the path is below the version. */
export interface IntendedRequest {
  readonly method: "POST" | "PATCH" | "PUT" | "DELETE";
  readonly path: string;
  readonly body: Json;
}

/** One person's decision to change something else than one guest's account: the exact request, before it is sent. */
export interface Intent {
  readonly id: string;
  readonly planId: string;
  readonly kind: IntentKind;
  readonly subject: Subject;
  /** The guest whose access changes, where it is one. */
  readonly guestId: string | null;
  readonly reason: string;
  readonly request: IntendedRequest;
  /** What was known of the guest at that moment. */
  readonly known: Known | null;
}

/** An intent with the names that people see; they go on cards and screens, never into the chain. */
export interface PlannedIntent {
  readonly intent: Intent;
  /** What it is about in a few words, for example the guest's name or the review's. */
  readonly label: string;
  readonly guest: {
    readonly id: string;
    readonly displayName: string;
    readonly mail: string | null;
  } | null;
  /** What was there when this was planned, where the request would set aside what somebody else does meanwhile. */
  readonly plannedFrom?: Readonly<Record<string, unknown>>;
}

/** The exact set of intents, frozen before anything is sent; all are carried out in their order. */
export interface IntentPlan {
  readonly id: string;
  readonly reason: string;
  readonly intents: readonly PlannedIntent[];
}
