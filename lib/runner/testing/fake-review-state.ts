import type { OperationKind } from "@/lib/domain/operation";

export interface SmallItem {
  readonly id: string;
  readonly principalId: string;
  mine: boolean;
  decision: string;
  justification: string;
  recommendation: string;
  reviewedBy: string | null;
  reviewedAt: number | null;
}

export interface SmallInstance {
  readonly id: string;
  status: string;
  readonly items: Map<string, SmallItem>;
}

export interface SmallReview {
  readonly id: string;
  readonly createdAt: number;
  modifiedAt: number;
  status: string;
  body: Readonly<Record<string, unknown>>;
  readonly instances: Map<string, SmallInstance>;
}

export interface SmallGroup {
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
  readonly reviews: Map<string, SmallReview>;
  readonly groups: Map<string, SmallGroup>;
  note(effect: ReviewEffect): void;
  addReview(body: Readonly<Record<string, unknown>>): SmallReview;
  addGroup(like: Partial<SmallGroup>): SmallGroup;
}
