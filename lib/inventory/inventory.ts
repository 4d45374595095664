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

/** Whole days before today, both ends included; null is open. */
export interface DayRange {
  readonly from: Days;
  readonly to: Days | null;
}

/** Who is before and after one guest among those that match; null at an end. */
export interface Neighbors {
  /** The guest's place, from 0. */
  readonly place: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

/** What a person asks of the list; empty lists and null mean "any". */
export interface GuestQuery {
  readonly text: string;
  readonly standings: readonly StandingKind[];
  /** Domains; `*.fabrikam.example` is the domain and all below it. */
  readonly partners: readonly string[];
  readonly identityClasses: readonly IdentityClass[];
  readonly userTypes: readonly ("guest" | "member")[];
  readonly sponsor: "any" | "with" | "without";
  /** Only guests of whom this person is a sponsor. */
  readonly sponsorId: string | null;
  /** Only those whose invitation waits longer than the policy allows. */
  readonly overdue: boolean;
  readonly created: DayRange | null;
  /** Of the last successful sign-in. */
  readonly seen: DayRange | null;
  /** Of an invitation that was not accepted. */
  readonly waiting: DayRange | null;
  /** Only those who are in each of these sets: see `Inventory.setOf`. */
  readonly sets: readonly string[];
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
  /** Whose invitation is overdue. */
  readonly overdue: number;
  /** The largest first. */
  readonly partners: readonly { readonly partner: string; readonly count: number }[];
  /** The people who are sponsors, those of most guests first. */
  readonly sponsorPeople: readonly {
    readonly id: string;
    readonly displayName: string | null;
    readonly count: number;
  }[];
}

export interface QueryAnswer {
  /** Grows whenever rows may have changed: a window of another version is to be dropped. */
  readonly version: number;
  readonly total: number;
  readonly facets: Facets;
  /** Sets of the query whose members are not known yet: until then the answer finds nobody, which says nothing. */
  readonly unknownSets: readonly string[];
}

export interface Bar {
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
  /** Invitations that wait longer than the policy allows. */
  readonly overdue: number;
  /** How many are in each set whose members are known. */
  readonly sets: Readonly<Record<string, number>>;
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

/** Whose reading a list is: the account's key in the tab, see `tabKey`. */
export type ListOwner = string;

/** The guests of this tab: they live in a worker, and the page sees counts and windows of rows. */
export interface Inventory {
  /** Reads the tenant's guests from the beginning for an account; a reading under way is abandoned. */
  start(policy: Policy, owner: ListOwner): Promise<void>;
  /** Reads everybody anew, under the policy in force. */
  again(): Promise<void>;
  pause(): Promise<void>;
  /** Goes on after a pause; after a failure it begins anew. */
  resume(): Promise<void>;
  /** Judges everybody anew. */
  judgeBy(policy: Policy): Promise<void>;
  /** Says who belongs to a set that queries may name, for example who holds a role; null when that is not known. */
  setOf(name: string, ids: readonly string[] | null): Promise<void>;
  query(query: GuestQuery): Promise<QueryAnswer>;
  window(query: GuestQuery, offset: number, limit: number): Promise<readonly GuestRow[]>;
  /** Ids of all that match, in the query's order. */
  ids(query: GuestQuery): Promise<readonly string[]>;
  /** Null where the guest does not match. */
  neighbors(query: GuestQuery, id: string): Promise<Neighbors | null>;
  rows(ids: readonly string[]): Promise<readonly GuestRow[]>;
  overview(): Promise<Overview>;
  /**
   * Replaces what is known of these guests after an operation was read back; `gone` drops them from the list. Does nothing
   * when the list is no longer that account's: a run may end after its account has left the tab.
   */
  amend(owner: ListOwner, guests: readonly Guest[], gone: readonly string[]): Promise<void>;
  /** Forgets everything: at sign-out. */
  clear(): Promise<void>;
}
