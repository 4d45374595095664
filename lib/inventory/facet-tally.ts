import { IDENTITY_CLASSES } from "@/lib/domain/guest";
import { STANDING_KINDS } from "@/lib/domain/standing";
import type { GuestColumns } from "./columns";
import type { Facets } from "./inventory";

/** Counts by number, of each facet. */
export class FacetTally {
  readonly standings = new Uint32Array(STANDING_KINDS.length);
  readonly identities = new Uint32Array(IDENTITY_CLASSES.length);
  readonly userTypes = new Uint32Array(2);
  readonly sponsors = new Uint32Array(2);
  readonly partners: Uint32Array;
  readonly sponsorPeople: Uint32Array;
  overdue = 0;

  constructor(private readonly columns: GuestColumns) {
    this.partners = new Uint32Array(columns.partners.size);
    this.sponsorPeople = new Uint32Array(columns.sponsorIds.size);
  }

  facets(): Facets {
    const { partners, sponsorIds, sponsorNames } = this.columns;
    return {
      standings: counted(STANDING_KINDS, this.standings),
      identityClasses: counted(IDENTITY_CLASSES, this.identities),
      userTypes: { guest: this.userTypes[0] ?? 0, member: this.userTypes[1] ?? 0 },
      sponsors: { without: this.sponsors[0] ?? 0, with: this.sponsors[1] ?? 0 },
      overdue: this.overdue,
      partners: largestFirst(this.partners, (number) => partners.word(number)).map(
        ({ key, count }) => ({ partner: key, count }),
      ),
      sponsorPeople: largestFirst(this.sponsorPeople, (number) => sponsorIds.word(number)).map(
        ({ key, number, count }) => ({
          id: key,
          displayName: sponsorNames[number] ?? null,
          count,
        }),
      ),
    };
  }
}

/** Adds one to a count. */
export function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** Counts by name, in the closed list's own order. */
export function counted<K extends string>(
  keys: readonly K[],
  counts: Uint32Array,
): Readonly<Record<K, number>> {
  // Every key of K is in `keys`, so the record is whole.
  return Object.fromEntries(keys.map((key, at) => [key, counts[at] ?? 0])) as Record<K, number>;
}

function largestFirst(counts: Uint32Array, keyOf: (number: number) => string) {
  return [...counts]
    .map((count, number) => ({ key: keyOf(number), number, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
