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
 * planned: only a review that has not started does. none: no review does.
 */
export type CoverageState = "covered" | "if-inactive" | "planned" | "none";

export interface GuestCoverage {
  readonly state: CoverageState;
  /** Of the running reviews and of those that have not started. */
  readonly reviewIds: readonly string[];
  /** Whether any review could include them; null where that was not read. */
  readonly reachable: boolean | null;
}

interface Counts {
  readonly guests: number;
  readonly covered: number;
  readonly ifInactive: number;
  readonly planned: number;
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

/** The reviews under way that include each guest, each partner's guests and each group, and whether one of them runs. */
export function coverageOf(input: CoverageInput): Coverage {
  const underWay = input.reviews.filter(isUnderWay);
  const collector = new CoverageCollector(input.guests.map(({ id }) => id));
  const groups = input.groups.map((each) => groupCoverage(each, underWay, collector));
  for (const review of underWay) coverBesidesGroups(review, input, collector);
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
  readonly #reviews = new Map<string, Set<Review>>();
  readonly #inGroups = new Set<string>();

  constructor(private readonly guestIds: readonly string[]) {}

  isInGroup(guestId: string): boolean {
    return this.#inGroups.has(guestId);
  }

  addGroupMembers(guestIds: readonly string[]): void {
    for (const id of guestIds) this.#inGroups.add(id);
  }

  cover(review: Review, guestIds: readonly string[]): void {
    for (const id of guestIds) {
      const reviews = this.#reviews.get(id) ?? new Set<Review>();
      reviews.add(review);
      this.#reviews.set(id, reviews);
    }
  }

  result(reach: CoverageInput["reach"]): ReadonlyMap<string, GuestCoverage> {
    return new Map(this.guestIds.map((id) => [id, this.#of(id, reach?.get(id))]));
  }

  #of(id: string, reach: Reach | undefined): GuestCoverage {
    const reviews = [...(this.#reviews.get(id) ?? [])];
    const state = stateOf(reviews);
    const reviewIds = reviews.map((review) => review.id);
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
  underWay: readonly Review[],
  collector: CoverageCollector,
): GroupCoverage {
  const all = [...directGuestIds, ...(nestedGuestIds ?? [])];
  collector.addGroupMembers(all);
  const about = underWay.filter(({ scope }) => asksAboutGroup(scope, group));
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
  const running = reviews.filter(({ status }) => phaseOf(status) === "running");
  if (running.some(({ scope }) => !onlyInactive(scope))) return "covered";
  if (running.length > 0) return "if-inactive";
  return reviews.length > 0 ? "planned" : "none";
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
    planned: of("planned"),
    none: of("none"),
  };
}

const ORDER: Readonly<Record<CoverageState, number>> = {
  none: 0,
  planned: 1,
  "if-inactive": 2,
  covered: 3,
};

function leastCoveredFirst(one: GroupCoverage, other: GroupCoverage): number {
  return ORDER[one.state] - ORDER[other.state] || other.guests - one.guests;
}
