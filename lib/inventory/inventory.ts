import type { Guest, IdentityClass } from "@/lib/domain/guest";
import type { Policy } from "@/lib/domain/policy";
import type { Standing, StandingKind } from "@/lib/domain/standing";
import type { Days, Instant } from "@/lib/domain/time";
import type { GraphErrorKind } from "@/lib/graph/graph-error";

export const SORT_KEYS = [
  "name",
  "mail",
  "partner",
  "identity",
  "standing",
  "last-seen",
  "created",
  "pending-since",
  "sponsor",
] as const;

export type SortKey = (typeof SORT_KEYS)[number];

/** What a person asks of the list; empty lists mean "any". */
export interface GuestQuery {
  readonly text: string;
  readonly standings: readonly StandingKind[];
  readonly partners: readonly string[];
  readonly identityClasses: readonly IdentityClass[];
  readonly userTypes: readonly ("guest" | "member")[];
  readonly sponsor: "any" | "with" | "without";
  readonly sort: { readonly by: SortKey; readonly descending: boolean };
}

/** One line of the grid: the guest and what the policy makes of them today. */
export interface GuestRow {
  readonly guest: Guest;
  readonly standing: Standing;
  /** The sentence that explains the standing. */
  readonly explanation: string;
}

/** How many guests would match if this one facet were changed alone. */
export interface Facets {
  readonly standings: Readonly<Record<StandingKind, number>>;
  readonly identityClasses: Readonly<Record<IdentityClass, number>>;
  readonly userTypes: Readonly<Record<"guest" | "member", number>>;
  readonly sponsors: { readonly with: number; readonly without: number };
  /** The largest first, at most 200. */
  readonly partners: readonly { readonly partner: string; readonly count: number }[];
}

export interface QueryAnswer {
  /** Grows whenever rows may have changed: a window of another version is to be dropped. */
  readonly version: number;
  readonly total: number;
  readonly facets: Facets;
}

export interface Bar {
  readonly label: string;
  /** Inclusive lower and exclusive upper bound in days; null is open. */
  readonly fromDays: Days;
  readonly toDays: Days | null;
  readonly count: number;
}

export interface Overview {
  readonly version: number;
  readonly guests: number;
  readonly externalMembers: number;
  readonly withoutSponsor: number;
  readonly standings: Readonly<Record<StandingKind, number>>;
  readonly idle: readonly Bar[];
  readonly pendingAge: readonly Bar[];
  /** The largest partners: how many guests, how many of them stale or never signed in. */
  readonly partners: readonly {
    readonly partner: string;
    readonly guests: number;
    readonly stale: number;
  }[];
}

/** How far the reading is; the page is useful long before `complete`. */
export interface Progress {
  readonly phase: "idle" | "directory" | "sign-ins" | "complete" | "paused" | "failed";
  /** Guests read; during "sign-ins", guests whose sign-ins were read. */
  readonly read: number;
  /** From `$count`; null until it is known. During "sign-ins", the guests of the list. */
  readonly expected: number | null;
  readonly perSecond: number;
  /** Graph throttles until then. */
  readonly waitingUntil: Instant | null;
  readonly signIns: "unread" | "reading" | "read" | "unreadable";
  readonly signInsUnreadableBecause: "licence-missing" | "forbidden" | "failed" | null;
  /** True when every page was read and the count agrees: only then may a selection be acted on in bulk. */
  readonly complete: boolean;
  readonly failure: { readonly kind: GraphErrorKind; readonly message: string } | null;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
}

/** The guests of this tab: they live in a worker, and the page sees counts and windows of rows. */
export interface Inventory {
  /** Reads the tenant's guests from the beginning; a reading under way is abandoned. */
  start(policy: Policy): Promise<void>;
  pause(): Promise<void>;
  /** Goes on after a pause; after a failure it begins anew. */
  resume(): Promise<void>;
  /** Judges everybody anew. */
  judgeBy(policy: Policy): Promise<void>;
  query(query: GuestQuery): Promise<QueryAnswer>;
  window(query: GuestQuery, offset: number, limit: number): Promise<readonly GuestRow[]>;
  /** Ids of all that match, in the query's order. */
  ids(query: GuestQuery): Promise<readonly string[]>;
  rows(ids: readonly string[]): Promise<readonly GuestRow[]>;
  overview(): Promise<Overview>;
  /** Replaces what is known of these guests after an operation was read back; `gone` drops them from the list. */
  amend(guests: readonly Guest[], gone: readonly string[]): Promise<void>;
  /** Forgets everything: at sign-out. */
  clear(): Promise<void>;
}
