import { IDENTITY_CLASSES } from "@/lib/domain/guest";
import { STANDING_KINDS } from "@/lib/domain/standing";
import type { GuestColumns } from "./columns";
import type { Facets, GuestQuery } from "./inventory";
import type { Order } from "./order";

/** The rows that match, in order, and how many would match if one facet alone were changed. */
export interface Selection {
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly facets: Facets;
}

const STANDING = 1;
const IDENTITY = 2;
const USER_TYPE = 4;
const SPONSOR = 8;
const PARTNER = 16;
const MOST_PARTNERS = 200;

/** Answers a query: who matches is found in the order of storage, which is fast, and then put in the order asked for. */
export function select(
  query: GuestQuery,
  columns: GuestColumns,
  kinds: Uint8Array,
  order: Order,
  hits: Uint8Array | null,
): Selection {
  const tally = new Tally(columns.partners.size);
  const { marks, matching } = match(allowing(query, columns), columns, kinds, hits, tally);
  const rows = new Uint32Array(matching);
  let to = 0;
  for (let at = 0; to < matching; at += 1) {
    const row = order.rows[placeOf(at, order, query.sort.descending)] ?? 0;
    if (marks[row] !== 1) continue;
    rows[to] = row;
    to += 1;
  }
  return { rows, facets: tally.facets(columns) };
}

function match(
  allowed: Allowing,
  columns: GuestColumns,
  kinds: Uint8Array,
  hits: Uint8Array | null,
  tally: Tally,
): { readonly marks: Uint8Array; readonly matching: number } {
  const { members, identities, sponsored, partner, gone } = columns;
  const marks = new Uint8Array(columns.rows);
  let matching = 0;
  for (let row = 0; row < columns.rows; row += 1) {
    if (gone[row] === 1 || (hits !== null && hits[row] !== 1)) continue;
    const standing = kinds[row] ?? 0;
    const identity = identities[row] ?? 0;
    const member = members[row] ?? 0;
    const withSponsor = sponsored[row] ?? 0;
    const from = partner[row] ?? 0;
    const misses =
      (allowed.standings[standing] === 1 ? 0 : STANDING) |
      (allowed.identities[identity] === 1 ? 0 : IDENTITY) |
      (allowed.userTypes[member] === 1 ? 0 : USER_TYPE) |
      (allowed.sponsors[withSponsor] === 1 ? 0 : SPONSOR) |
      (allowed.partners[from] === 1 ? 0 : PARTNER);
    if (misses === 0) {
      marks[row] = 1;
      matching += 1;
    }
    // A row that fails one facet alone would match if that facet were changed.
    if ((misses & ~STANDING) === 0) add(tally.standings, standing);
    if ((misses & ~IDENTITY) === 0) add(tally.identities, identity);
    if ((misses & ~USER_TYPE) === 0) add(tally.userTypes, member);
    if ((misses & ~SPONSOR) === 0) add(tally.sponsors, withSponsor);
    if ((misses & ~PARTNER) === 0) add(tally.partners, from);
  }
  return { marks, matching };
}

/** Descending turns the known part around and leaves the unknown part last. */
function placeOf(at: number, order: Order, descending: boolean): number {
  return descending && at < order.known ? order.known - 1 - at : at;
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

class Tally {
  readonly standings = new Uint32Array(STANDING_KINDS.length);
  readonly identities = new Uint32Array(IDENTITY_CLASSES.length);
  readonly userTypes = new Uint32Array(2);
  readonly sponsors = new Uint32Array(2);
  readonly partners: Uint32Array;

  constructor(partners: number) {
    this.partners = new Uint32Array(partners);
  }

  facets(columns: GuestColumns): Facets {
    return {
      standings: counted(STANDING_KINDS, this.standings),
      identityClasses: counted(IDENTITY_CLASSES, this.identities),
      userTypes: { guest: this.userTypes[0] ?? 0, member: this.userTypes[1] ?? 0 },
      sponsors: { without: this.sponsors[0] ?? 0, with: this.sponsors[1] ?? 0 },
      partners: [...this.partners]
        .map((count, number) => ({ partner: columns.partners.word(number), count }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.partner < b.partner ? -1 : 1))
        .slice(0, MOST_PARTNERS),
    };
  }
}

/** Counts by name, in the closed list's own order. */
export function counted<K extends string>(
  keys: readonly K[],
  counts: Uint32Array,
): Readonly<Record<K, number>> {
  // Every key of K is in `keys`, so the record is whole.
  return Object.fromEntries(keys.map((key, at) => [key, counts[at] ?? 0])) as Record<K, number>;
}

interface Allowing {
  readonly standings: Uint8Array;
  readonly identities: Uint8Array;
  readonly userTypes: Uint8Array;
  readonly sponsors: Uint8Array;
  readonly partners: Uint8Array;
}

function allowing(query: GuestQuery, columns: GuestColumns): Allowing {
  const sponsor = { any: [1, 1], without: [1, 0], with: [0, 1] }[query.sponsor];
  return {
    standings: marked(STANDING_KINDS, query.standings),
    identities: marked(IDENTITY_CLASSES, query.identityClasses),
    userTypes: marked(["guest", "member"], query.userTypes),
    sponsors: Uint8Array.from(sponsor),
    partners: partnerMarks(query.partners, columns),
  };
}

function partnerMarks(values: readonly string[], { partners }: GuestColumns): Uint8Array {
  const allowed = new Uint8Array(partners.size).fill(values.length === 0 ? 1 : 0);
  for (const partner of values) {
    const number = partners.find(partner);
    if (number !== undefined) allowed[number] = 1;
  }
  return allowed;
}

function marked<K extends string>(all: readonly K[], values: readonly K[]): Uint8Array {
  return Uint8Array.from(all, (key) => (values.length === 0 || values.includes(key) ? 1 : 0));
}
