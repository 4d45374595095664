import { STANDING_WORD } from "@/components/directory/guest-labels";
import { type RowRules, selectRows } from "@/components/list/select-rows";
import type { ListState } from "@/components/list/use-list-state";
import type {
  Coverage,
  CoverageState,
  GroupCoverage,
  GuestCoverage,
} from "@/lib/domain/reviews/coverage";
import type { GuestRow } from "@/lib/inventory/inventory";

export const TABS = ["guests", "partners", "groups"] as const;
export type Tab = (typeof TABS)[number];

/** "unreachable": of the guests that no review covers, those in no group, application or role. */
export const FILTERS = ["none", "unreachable", "planned", "if-inactive", "covered"] as const;
type CoverageFilter = (typeof FILTERS)[number];

interface Filters {
  readonly state: CoverageFilter | null;
}

/** One guest of the map. */
export interface CoverageRow extends GuestCoverage {
  readonly row: GuestRow;
}

export type PartnerRow = Coverage["partners"][number];

/** The least covered first. */
const RANK: Readonly<Record<CoverageState, number>> = {
  none: 0,
  planned: 1,
  "if-inactive": 2,
  covered: 3,
};

const GUEST_RULES: RowRules<CoverageRow, Filters, "name" | "state" | "partner" | "standing"> = {
  texts: ({ row: { guest } }) => [guest.displayName, guest.partner, guest.mail],
  filters: {
    state: ({ state, reachable }, filter) =>
      filter === "unreachable" ? state === "none" && reachable === false : state === filter,
  },
  sortValues: {
    name: ({ row }) => row.guest.displayName,
    state: ({ state }) => RANK[state],
    partner: ({ row }) => row.guest.partner,
    standing: ({ row }) => STANDING_WORD[row.standing.kind],
  },
};

/** A partner is found by any such guest. */
const COUNT_OF = {
  ...{ none: "none", unreachable: "none", planned: "planned" },
  ...{ "if-inactive": "ifInactive", covered: "covered" },
} as const satisfies Record<CoverageFilter, keyof PartnerRow>;

const PARTNER_RULES: RowRules<
  PartnerRow,
  Filters,
  "partner" | "guests" | "none" | "planned" | "ifInactive" | "covered"
> = {
  texts: ({ partner }) => [partner],
  filters: { state: (row, filter) => row[COUNT_OF[filter]] > 0 },
  sortValues: {
    partner: ({ partner }) => partner,
    guests: ({ guests }) => guests,
    none: ({ none }) => none,
    planned: ({ planned }) => planned,
    ifInactive: ({ ifInactive }) => ifInactive,
    covered: ({ covered }) => covered,
  },
};

const GROUP_RULES: RowRules<GroupCoverage, Filters, "name" | "state" | "guests"> = {
  texts: ({ group }) => [group.displayName],
  filters: {
    state: ({ state }, filter) => state === (filter === "unreachable" ? "none" : filter),
  },
  sortValues: {
    name: ({ group }) => group.displayName,
    state: ({ state }) => RANK[state],
    guests: ({ guests }) => guests,
  },
};

type Query = Pick<ListState<Filters>, "text" | "filters" | "sort">;

/** The guests of the map that match. */
export function selectGuests(rows: readonly GuestRow[], coverage: Coverage, query: Query) {
  const all = rows.flatMap((row): CoverageRow[] => {
    const found = coverage.byGuest.get(row.guest.id);
    return found === undefined ? [] : [{ row, ...found }];
  });
  return selectRows(all, query, GUEST_RULES);
}

/** The partners that match; "none" are those with anybody whom no review covers. */
export function selectPartners(partners: readonly PartnerRow[], query: Query) {
  return selectRows(partners, query, PARTNER_RULES);
}

/** The groups that match. */
export function selectGroups(groups: readonly GroupCoverage[], query: Query) {
  return selectRows(groups, query, GROUP_RULES);
}
