import { IDENTITY_CLASSES } from "@/lib/domain/guest";
import { STANDING_KINDS } from "@/lib/domain/standing";
import { DAY, type Instant } from "@/lib/domain/time";
import type { GuestColumns } from "./columns";
import type { DayRange, GuestQuery } from "./inventory";
import type { Judged } from "./judged";
import type { NamedSets } from "./named-sets";

/** One bit for each condition of a query that a guest fails. */
export const MISS = {
  standing: 1,
  identity: 2,
  userType: 4,
  sponsor: 8,
  partner: 16,
  overdue: 32,
  days: 64,
  set: 128,
} as const;

/** Finds which conditions of one query a guest fails. */
export class Matcher {
  readonly #standings: Uint8Array;
  readonly #identities: Uint8Array;
  readonly #userTypes: Uint8Array;
  readonly #sponsors: Uint8Array;
  readonly #partners: Uint8Array;
  readonly #sets: readonly Uint8Array[];
  /** The number of the sponsor: -1 is nobody's. */
  readonly #sponsor: number | null;
  readonly #overdueOnly: boolean;
  readonly #days: readonly ((row: number) => boolean)[];

  constructor(
    query: GuestQuery,
    private readonly columns: GuestColumns,
    readonly judged: Judged,
    sets: NamedSets,
  ) {
    this.#standings = marked(STANDING_KINDS, query.standings);
    this.#identities = marked(IDENTITY_CLASSES, query.identityClasses);
    this.#userTypes = marked(["guest", "member"], query.userTypes);
    this.#sponsors = Uint8Array.from({ any: [1, 1], without: [1, 0], with: [0, 1] }[query.sponsor]);
    this.#partners = partnerMarks(query.partners, columns);
    this.#sets = query.sets.map((name) => sets.marks(name, columns));
    this.#sponsor =
      query.sponsorId === null ? null : (columns.sponsorIds.find(query.sponsorId) ?? -1);
    this.#overdueOnly = query.overdue;
    this.#days = [
      ...within(query.created, judged.today, (row) => columns.createdAt[row] ?? NaN),
      ...within(query.seen, judged.today, (row) => columns.seenAt[row] ?? NaN),
      ...within(query.waiting, judged.today, (row) => columns.waitingSince(row)),
    ];
  }

  /** The bits of the conditions that the guest of this row fails; 0 when they match. */
  misses(row: number): number {
    const { columns, judged } = this;
    return (
      (this.#standings[judged.kinds[row] ?? 0] === 1 ? 0 : MISS.standing) |
      (this.#identities[columns.identities[row] ?? 0] === 1 ? 0 : MISS.identity) |
      (this.#userTypes[columns.members[row] ?? 0] === 1 ? 0 : MISS.userType) |
      (this.#hasSponsor(row) ? 0 : MISS.sponsor) |
      (this.#partners[columns.partner[row] ?? 0] === 1 ? 0 : MISS.partner) |
      (!this.#overdueOnly || judged.overdue[row] === 1 ? 0 : MISS.overdue) |
      (this.#days.every((holds) => holds(row)) ? 0 : MISS.days) |
      (this.#sets.every((marks) => marks[row] === 1) ? 0 : MISS.set)
    );
  }

  #hasSponsor(row: number): boolean {
    if (this.#sponsors[this.columns.sponsored[row] ?? 0] !== 1) return false;
    return (
      this.#sponsor === null || this.columns.sponsorNumbers[row]?.includes(this.#sponsor) === true
    );
  }
}

/** The test of one range: only whole days count, the future is today, and what has no date is in no range. */
function within(
  range: DayRange | null,
  today: Instant,
  instantOf: (row: number) => Instant,
): readonly ((row: number) => boolean)[] {
  if (range === null) return [];
  const latest = range.from <= 0 ? Infinity : today - range.from * DAY;
  const after = range.to === null ? -Infinity : today - (range.to + 1) * DAY;
  return [
    (row) => {
      const at = instantOf(row);
      return at <= latest && at > after;
    },
  ];
}

/** Before a domain: the domain itself and all below it. */
const BELOW = "*.";

function partnerMarks(values: readonly string[], { partners }: GuestColumns): Uint8Array {
  const allowed = new Uint8Array(partners.size).fill(values.length === 0 ? 1 : 0);
  for (const value of values) {
    const domain = value.startsWith(BELOW) ? value.slice(BELOW.length) : value;
    const number = partners.find(domain);
    if (number !== undefined) allowed[number] = 1;
    if (domain === value) continue;
    partners.words().forEach((word, at) => {
      if (word.endsWith(`.${domain}`)) allowed[at] = 1;
    });
  }
  return allowed;
}

function marked<K extends string>(all: readonly K[], values: readonly K[]): Uint8Array {
  return Uint8Array.from(all, (key) => (values.length === 0 || values.includes(key) ? 1 : 0));
}
