import { textMatcher } from "@/lib/domain/match-text";
import type { Coverage, CoverageState, GroupCoverage } from "@/lib/domain/reviews/coverage";
import type { GuestRow } from "@/lib/inventory/inventory";

export const TABS = ["guests", "partners", "groups"] as const;
export type Tab = (typeof TABS)[number];

/** "unreachable": of the guests that no review covers, those in no group, application or role. */
export const FILTERS = ["none", "unreachable", "if-inactive", "covered"] as const;
export type CoverageFilter = (typeof FILTERS)[number];

/** By which column of the tab. */
export interface CoverageSort {
  readonly by: string;
  readonly descending: boolean;
}

export interface CoverageQuery {
  readonly tab: Tab;
  readonly text: string;
  readonly filter: CoverageFilter | null;
  /** Null: as they come, guests by name, partners and groups the least covered first. */
  readonly sort: CoverageSort | null;
}

/** One guest of the map. */
export interface CoverageRow {
  readonly row: GuestRow;
  readonly state: CoverageState;
  readonly reviewIds: readonly string[];
  readonly reachable: boolean | null;
}

export type PartnerRow = Coverage["partners"][number];

/** The guests that match, in the order of the list. */
export function selectGuests(
  rows: readonly GuestRow[],
  coverage: Coverage,
  { text, filter }: CoverageQuery,
): readonly CoverageRow[] {
  const matches = textMatcher(text);
  return rows.flatMap((row) => {
    const found = coverage.byGuest.get(row.guest.id);
    if (found === undefined) return [];
    const { displayName, partner, mail } = row.guest;
    return matches(displayName, partner, mail) && passes(found, filter) ? [{ row, ...found }] : [];
  });
}

function passes(
  { state, reachable }: Pick<CoverageRow, "state" | "reachable">,
  filter: CoverageFilter | null,
): boolean {
  if (filter === null) return true;
  return filter === "unreachable" ? state === "none" && reachable === false : state === filter;
}

/** The partners that match; "none" are those with anybody whom no review covers. */
export function selectPartners(
  partners: readonly PartnerRow[],
  { text, filter }: CoverageQuery,
): readonly PartnerRow[] {
  const matches = textMatcher(text);
  return partners.filter((each) => matches(each.partner) && has(each, filter));
}

function has(each: PartnerRow, filter: CoverageFilter | null): boolean {
  switch (filter) {
    case null:
      return true;
    case "none":
    case "unreachable":
      return each.none > 0;
    case "if-inactive":
      return each.ifInactive > 0;
    case "covered":
      return each.covered > 0;
  }
}

/** The groups that match. */
export function selectGroups(
  groups: readonly GroupCoverage[],
  { text, filter }: CoverageQuery,
): readonly GroupCoverage[] {
  const matches = textMatcher(text);
  const state = filter === "unreachable" ? "none" : filter;
  return groups.filter(
    (each) => matches(each.group.displayName) && (state === null || each.state === state),
  );
}
