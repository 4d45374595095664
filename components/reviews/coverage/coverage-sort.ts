import { type SortValue, sortRows } from "@/components/list/sort-rows";
import { STANDING_WORD } from "@/components/directory/guest-labels";
import type { CoverageState, GroupCoverage } from "@/lib/domain/reviews/coverage";
import type { CoverageRow, CoverageSort, PartnerRow, Tab } from "./coverage-query";

type SortValues<Row> = Readonly<Record<string, (row: Row) => SortValue>>;

/** The least covered first. */
const RANK: Readonly<Record<CoverageState, number>> = { none: 0, "if-inactive": 1, covered: 2 };

/** The columns by which guests can be sorted. */
export const GUEST_ORDERS: SortValues<CoverageRow> = {
  name: ({ row }) => row.guest.displayName,
  state: ({ state }) => RANK[state],
  partner: ({ row }) => row.guest.partner,
  standing: ({ row }) => STANDING_WORD[row.standing.kind],
};

/** The columns by which partners can be sorted. */
export const PARTNER_ORDERS: SortValues<PartnerRow> = {
  partner: ({ partner }) => partner,
  guests: ({ guests }) => guests,
  none: ({ none }) => none,
  ifInactive: ({ ifInactive }) => ifInactive,
  covered: ({ covered }) => covered,
};

/** The columns by which groups can be sorted. */
export const GROUP_ORDERS: SortValues<GroupCoverage> = {
  name: ({ group }) => group.displayName,
  state: ({ state }) => RANK[state],
  guests: ({ guests }) => guests,
};

const ORDERS: Readonly<Record<Tab, SortValues<never>>> = {
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
  orders: SortValues<Row>,
  sort: CoverageSort | null,
): readonly Row[] {
  const valueOf = sort === null ? undefined : orders[sort.by];
  return sort === null || valueOf === undefined ? rows : sortRows(rows, valueOf, sort.descending);
}
