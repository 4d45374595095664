import type { GuestColumns } from "./columns";
import { add, FacetTally } from "./facet-tally";
import type { Facets, GuestQuery } from "./inventory";
import { type Matcher, MISS } from "./matcher";
import type { Order } from "./order";

/** The rows that match, in order, and how many would match if one facet alone were changed. */
export interface Selection {
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly facets: Facets;
}

/** Answers a query: who matches is found in the order of storage, which is fast, and then put in the order asked for. */
export function select(
  query: GuestQuery,
  columns: GuestColumns,
  matcher: Matcher,
  order: Order,
  hits: Uint8Array | null,
): Selection {
  const tally = new FacetTally(columns);
  const { marks, matching } = match(columns, matcher, hits, tally);
  const rows = new Uint32Array(matching);
  let to = 0;
  for (let at = 0; to < matching; at += 1) {
    const row = order.rows[placeOf(at, order, query.sort.descending)] ?? 0;
    if (marks[row] !== 1) continue;
    rows[to] = row;
    to += 1;
  }
  return { rows, facets: tally.facets() };
}

function match(
  columns: GuestColumns,
  matcher: Matcher,
  hits: Uint8Array | null,
  tally: FacetTally,
): { readonly marks: Uint8Array; readonly matching: number } {
  const { members, identities, sponsored, sponsorNumbers, partner, gone } = columns;
  const { kinds, overdue } = matcher.judged;
  const marks = new Uint8Array(columns.rows);
  let matching = 0;
  for (let row = 0; row < columns.rows; row += 1) {
    if (gone[row] === 1 || (hits !== null && hits[row] !== 1)) continue;
    const misses = matcher.misses(row);
    if (misses === 0) {
      marks[row] = 1;
      matching += 1;
    }
    // A row that fails one facet alone would match if that facet were changed.
    if ((misses & ~MISS.standing) === 0) add(tally.standings, kinds[row] ?? 0);
    if ((misses & ~MISS.identity) === 0) add(tally.identities, identities[row] ?? 0);
    if ((misses & ~MISS.userType) === 0) add(tally.userTypes, members[row] ?? 0);
    if ((misses & ~MISS.partner) === 0) add(tally.partners, partner[row] ?? 0);
    if ((misses & ~MISS.overdue) === 0) tally.overdue += overdue[row] ?? 0;
    if ((misses & ~MISS.sponsor) === 0) {
      add(tally.sponsors, sponsored[row] ?? 0);
      for (const number of sponsorNumbers[row] ?? []) add(tally.sponsorPeople, number);
    }
  }
  return { marks, matching };
}

/** Descending turns the known part around and leaves the unknown part last. */
function placeOf(at: number, order: Order, descending: boolean): number {
  return descending && at < order.known ? order.known - 1 - at : at;
}
