import type { Policy } from "../policy";
import type { RoleHolders } from "../role-holders";
import type { ReviewDraft } from "./draft";
import type { Group } from "./group";
import type { InScope } from "./in-scope";
import type { DraftProblem } from "./draft-problem";
import type { NotAppliedReason } from "./result";
import type { Review } from "./review";
import type { Deleted, Unanswered } from "./who-loses-access";

/** Which licences the tenant has; null where that could not be read. */
export interface LicenceFacts {
  readonly p2: boolean | null;
  readonly governance: boolean | null;
}

/** Who is asked first about a group's guests. */
export type GroupReviewers =
  | "owners"
  | "people"
  | "managers"
  | "guests"
  | "fallback"
  | "nobody"
  | "unknown";

export interface GroupPreflight {
  readonly group: Group;
  readonly applies: boolean;
  readonly because: NotAppliedReason | null;
  readonly says: string;
  readonly guests: number;
  /** In scope through a group inside this one; null where that was not read. */
  readonly nestedGuests: number | null;
  readonly reviewers: GroupReviewers;
}

/** Something that stands against a review, or that somebody should know before creating it. */
export interface PreflightProblem {
  readonly id: string;
  readonly blocks: boolean;
  readonly says: string;
  /** Which groups it is about; none where it is about the review. */
  readonly groupIds: readonly string[];
  /** The step whose fields can end it, where one can. */
  readonly step?: DraftProblem["step"];
  /** The field that ends it, as its label says it. */
  readonly field?: string;
  /** Whether somebody may go on all the same, who types why. */
  readonly exception?: true;
  /** Which accounts the exception would be for, where they are known. */
  readonly accountIds?: readonly string[];
}

/** Whom no plan may touch. */
export interface ProtectionFacts {
  /** The protected accounts of the policy; null where it could not be read. */
  readonly accounts: Policy["protectedAccounts"] | null;
  /** Everybody who holds a directory role or is eligible for one; null where that could not be read. */
  readonly roleHolders: RoleHolders | null;
  /** The groups that hold a directory role: who may become their member by activation is not read. */
  readonly roleGroupIds: readonly string[];
}

export interface PreflightFacts {
  readonly draft: ReviewDraft;
  readonly protection: ProtectionFacts;
  readonly licence: LicenceFacts;
  /** The tenant's reviews; null where they could not be read. */
  readonly reviews: readonly Review[] | null;
  readonly found: InScope;
  readonly unanswered: Unanswered;
  readonly groups: readonly GroupPreflight[];
  readonly deleted: readonly Deleted[];
}
