import type { OperationKind } from "@/lib/domain/operation";

export interface FakeItem {
  readonly id: string;
  readonly principalId: string;
  mine: boolean;
  decision: string;
  justification: string;
  recommendation: string;
  reviewedBy: string | null;
  reviewedAt: number | null;
}

export interface FakeInstance {
  readonly id: string;
  status: string;
  readonly items: Map<string, FakeItem>;
}

export interface FakeReview {
  readonly id: string;
  readonly createdAt: number;
  modifiedAt: number;
  status: string;
  body: Readonly<Record<string, unknown>>;
  readonly instances: Map<string, FakeInstance>;
}

export interface FakeGroup {
  readonly id: string;
  readonly createdAt: number;
  readonly nickname: string;
  dynamic: boolean;
  synced: boolean;
  roleAssignable: boolean;
  readonly members: Set<string>;
}

/** What was accepted, in its order. */
export interface ReviewEffect {
  readonly kind: OperationKind;
  /** The id of the operation, as it came with the request. */
  readonly tracking: string;
  readonly id: string;
}

/** One sending, as it reached the service. */
export interface Write {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly tracking: string;
}

/** Where writings are applied to. */
export interface ReviewTenant {
  readonly reviews: Map<string, FakeReview>;
  readonly groups: Map<string, FakeGroup>;
  note(effect: ReviewEffect): void;
  addReview(body: Readonly<Record<string, unknown>>): FakeReview;
  addGroup(like: Partial<FakeGroup>): FakeGroup;
}
