import { isUnderWay, phaseOf } from "./review-status";
import type { Group, GroupWithGuests } from "./group";
import { notEnumerated } from "./in-scope";
import type { Review, ReviewScope } from "./review";

/** A guest's access other than groups; null where it could not be read. */
interface Reach {
  readonly applicationIds: readonly string[] | null;
  readonly roleIds: readonly string[] | null;
}

export interface CoverageInput {
  readonly guests: readonly { readonly id: string; readonly partner: string }[];
  readonly reviews: readonly Review[];
  /** Every group of the tenant that has guests. */
  readonly groups: readonly GroupWithGuests[];
  /** Only for the requested guests. */
  readonly reach?: ReadonlyMap<string, Reach>;
}

/**
 * covered: a running review includes the guest. if-inactive: only after they have not signed in for long enough.
 * none: no review does.
 */
export type CoverageState = "covered" | "if-inactive" | "none";

export interface GuestCoverage {
  readonly state: CoverageState;
  readonly reviewIds: readonly string[];
  /** Whether any review could include them; null where that was not read. */
  readonly reachable: boolean | null;
}

interface Counts {
  readonly guests: number;
  readonly covered: number;
  readonly ifInactive: number;
  readonly none: number;
}

export interface Coverage {
  readonly byGuest: ReadonlyMap<string, GuestCoverage>;
  readonly counts: Counts & {
    /** The uncovered guests without any group, application or role. */
    readonly unreachable: number;
  };
  /** The least covered first. */
  readonly partners: readonly (Counts & { readonly partner: string })[];
  /** Groups with guests, those that no review is about first. */
  readonly groups: readonly GroupCoverage[];
  /** Reviews with an unknown status or scope. They may cover more than is shown. */
  readonly notUnderstood: readonly Review[];
}

export interface GroupCoverage {
  readonly group: Group;
  readonly guests: number;
  readonly state: CoverageState;
  readonly reviewIds: readonly string[];
}

/** The running reviews that include each guest, each partner's guests and each group. */
export function coverageOf(input: CoverageInput): Coverage {
  const running = input.reviews.filter(isUnderWay);
  const collector = new CoverageCollector(input.guests.map(({ id }) => id));
  const groups = input.groups.map((each) => groupCoverage(each, running, collector));
  for (const review of running) coverBesidesGroups(review, input, collector);
  const byGuest = collector.result(input.reach);
  return {
    byGuest,
    counts: {
      ...countsOf([...byGuest.values()]),
      unreachable: [...byGuest.values()].filter(isUnreachable).length,
    },
    partners: partnersOf(input.guests, byGuest),
    groups: groups.filter(({ guests }) => guests > 0).toSorted(leastCoveredFirst),
    notUnderstood: input.reviews.filter(isNotUnderstood),
  };
}

/** Whether a review of this scope asks about a group's direct guests. */
export function asksAboutGroup(scope: ReviewScope, group: Group): boolean {
  switch (scope.kind) {
    case "group":
      return scope.groupId === group.id;
    case "all-groups":
      return notEnumerated(group, scope.teamsOnly) === null;
    case "inactive-over-groups":
      return true;
    case "application":
    case "directory-role":
    case "other":
      return false;
  }
}

function isNotUnderstood(review: Review): boolean {
  const phase = phaseOf(review.status);
  return phase === "unknown" || (phase !== "over" && review.scope.kind === "other");
}

/** Whether a review of this scope includes only inactive guests. */
export function onlyInactive(scope: ReviewScope): boolean {
  switch (scope.kind) {
    case "group":
    case "all-groups":
      return scope.inactiveDays !== null;
    case "inactive-over-groups":
      return true;
    case "application":
    case "directory-role":
    case "other":
      return false;
  }
}

/** Collects which reviews cover whom. */
class CoverageCollector {
  readonly #covered = new Map<string, Set<string>>();
  readonly #ifInactive = new Map<string, Set<string>>();
  readonly #inGroups = new Set<string>();

  constructor(private readonly guestIds: readonly string[]) {}

  isInGroup(guestId: string): boolean {
    return this.#inGroups.has(guestId);
  }

  addGroupMembers(guestIds: readonly string[]): void {
    for (const id of guestIds) this.#inGroups.add(id);
  }

  cover(review: Review, guestIds: readonly string[]): void {
    const reviewsById = onlyInactive(review.scope) ? this.#ifInactive : this.#covered;
    for (const id of guestIds) {
      const reviews = reviewsById.get(id) ?? new Set<string>();
      reviews.add(review.id);
      reviewsById.set(id, reviews);
    }
  }

  result(reach: CoverageInput["reach"]): ReadonlyMap<string, GuestCoverage> {
    return new Map(this.guestIds.map((id) => [id, this.#of(id, reach?.get(id))]));
  }

  #of(id: string, reach: Reach | undefined): GuestCoverage {
    const covered = this.#covered.get(id);
    const ifInactive = this.#ifInactive.get(id);
    const state = covered ? "covered" : ifInactive ? "if-inactive" : "none";
    const reviewIds = [...new Set([...(covered ?? []), ...(ifInactive ?? [])])];
    const reachable = state !== "none" || this.isInGroup(id) || reaches(reach);
    return { state, reviewIds, reachable };
  }
}

function reaches(reach: Reach | undefined): boolean | null {
  const found = (reach?.applicationIds?.length ?? 0) + (reach?.roleIds?.length ?? 0) > 0;
  if (found) return true;
  return reach?.applicationIds && reach.roleIds ? false : null;
}

function isUnreachable({ state, reachable }: GuestCoverage): boolean {
  return state === "none" && reachable === false;
}

function groupCoverage(
  { group, directGuestIds, nestedGuestIds }: GroupWithGuests,
  running: readonly Review[],
  collector: CoverageCollector,
): GroupCoverage {
  const all = [...directGuestIds, ...(nestedGuestIds ?? [])];
  collector.addGroupMembers(all);
  const about = running.filter(({ scope }) => asksAboutGroup(scope, group));
  for (const review of about) {
    collector.cover(review, followsGroups(review.scope) ? all : directGuestIds);
  }
  const state = stateOf(about);
  return { group, guests: all.length, state, reviewIds: about.map(({ id }) => id) };
}

/** Only reviews of one group include members of nested groups, and not all of them do. */
function followsGroups(scope: ReviewScope): boolean {
  return scope.kind === "group" && scope.directOnly !== true;
}

function stateOf(reviews: readonly Review[]): CoverageState {
  if (reviews.some(({ scope }) => !onlyInactive(scope))) return "covered";
  return reviews.length > 0 ? "if-inactive" : "none";
}

function coverBesidesGroups(
  review: Review,
  { guests, reach }: CoverageInput,
  collector: CoverageCollector,
): void {
  const { scope } = review;
  if (scope.kind !== "application" && scope.kind !== "directory-role") return;
  const holds = ({ applicationIds, roleIds }: Reach): boolean =>
    scope.kind === "application"
      ? (applicationIds ?? []).includes(scope.servicePrincipalId)
      : (roleIds ?? []).includes(scope.roleId);
  const ids = guests.map(({ id }) => id);
  collector.cover(
    review,
    ids.filter((id) => {
      const found = reach?.get(id);
      return found !== undefined && holds(found);
    }),
  );
}

function partnersOf(
  guests: CoverageInput["guests"],
  byGuest: ReadonlyMap<string, GuestCoverage>,
): Coverage["partners"] {
  const found = new Map<string, GuestCoverage[]>();
  for (const { id, partner } of guests) {
    const coverage = byGuest.get(id);
    if (coverage === undefined) continue;
    const others = found.get(partner);
    if (others) others.push(coverage);
    else found.set(partner, [coverage]);
  }
  return [...found]
    .map(([partner, coverages]) => ({ partner, ...countsOf(coverages) }))
    .toSorted((one, other) => other.none - one.none || other.guests - one.guests);
}

function countsOf(coverages: readonly GuestCoverage[]): Counts {
  const of = (state: CoverageState) => coverages.filter((each) => each.state === state).length;
  return {
    guests: coverages.length,
    covered: of("covered"),
    ifInactive: of("if-inactive"),
    none: of("none"),
  };
}

const ORDER: Readonly<Record<CoverageState, number>> = { none: 0, "if-inactive": 1, covered: 2 };

function leastCoveredFirst(one: GroupCoverage, other: GroupCoverage): number {
  return ORDER[one.state] - ORDER[other.state] || other.guests - one.guests;
}
