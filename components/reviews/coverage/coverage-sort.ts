import { STANDING_WORD } from "@/components/guests/guest-labels";
import type { CoverageState, GroupCoverage } from "@/lib/domain/reviews/coverage";
import type { CoverageRow, CoverageSort, PartnerRow, Tab } from "./coverage-query";

type Compare<Row> = (one: Row, other: Row) => number;
type Orders<Row> = Readonly<Record<string, Compare<Row>>>;

const { compare } = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The least covered first. */
const RANK: Readonly<Record<CoverageState, number>> = { none: 0, "if-inactive": 1, covered: 2 };

const byRank = (one: { readonly state: CoverageState }, other: { readonly state: CoverageState }) =>
  RANK[one.state] - RANK[other.state];

/** The columns by which guests can be sorted. */
export const GUEST_ORDERS: Orders<CoverageRow> = {
  name: (one, other) => compare(one.row.guest.displayName, other.row.guest.displayName),
  state: byRank,
  partner: (one, other) => compare(one.row.guest.partner, other.row.guest.partner),
  standing: (one, other) =>
    compare(STANDING_WORD[one.row.standing.kind], STANDING_WORD[other.row.standing.kind]),
};

/** The columns by which partners can be sorted. */
export const PARTNER_ORDERS: Orders<PartnerRow> = {
  partner: (one, other) => compare(one.partner, other.partner),
  guests: (one, other) => one.guests - other.guests,
  none: (one, other) => one.none - other.none,
  ifInactive: (one, other) => one.ifInactive - other.ifInactive,
  covered: (one, other) => one.covered - other.covered,
};

/** The columns by which groups can be sorted. */
export const GROUP_ORDERS: Orders<GroupCoverage> = {
  name: (one, other) => compare(one.group.displayName, other.group.displayName),
  state: byRank,
  guests: (one, other) => one.guests - other.guests,
};

const ORDERS: Readonly<Record<Tab, Orders<never>>> = {
  guests: GUEST_ORDERS,
  partners: PARTNER_ORDERS,
  groups: GROUP_ORDERS,
};

/** The sorting that an address asks for; null where this part of the map has no such column. */
export function sortOf(tab: Tab, by: string | null, descending: boolean): CoverageSort | null {
  return by !== null && Object.hasOwn(ORDERS[tab], by) ? { by, descending } : null;
}

/** The rows as they are to be sorted; as they came where nothing was asked. Equal ones keep their order. */
export function sorted<Row>(
  rows: readonly Row[],
  orders: Orders<Row>,
  sort: CoverageSort | null,
): readonly Row[] {
  const order = sort === null ? undefined : orders[sort.by];
  if (sort === null || order === undefined) return rows;
  return rows.toSorted(sort.descending ? (one, other) => order(other, one) : order);
}
