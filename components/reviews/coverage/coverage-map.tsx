"use client";

import { numberText } from "@/lib/domain/number-text";
import { nextSort } from "@/components/list/next-sort";
import { makeStyles, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { useCallback, useMemo } from "react";
import type { GridColumn } from "@/components/grid/column";
import { VirtualGrid } from "@/components/grid/virtual-grid";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportCsvButton } from "@/components/ui/export-csv-button";
import { useNarrow } from "@/components/ui/use-narrow";
import type { Coverage } from "@/lib/domain/reviews/coverage";
import type { GuestRow } from "@/lib/inventory/inventory";
import { useRouter } from "next/navigation";
import { FilterSelect } from "@/components/list/filter-select";
import { SearchText } from "@/components/list/search-text";
import { groupColumns, guestColumns, PARTNER_COLUMNS } from "./coverage-columns";
import { GROUP_ORDERS, GUEST_ORDERS, PARTNER_ORDERS, sorted } from "./coverage-sort";
import {
  type CoverageSort,
  FILTERS,
  selectGroups,
  selectGuests,
  selectPartners,
  type Tab as TabName,
  TABS,
} from "./coverage-query";
import { useCoverageAddress } from "./use-coverage-address";

const TAB_WORD: Readonly<Record<TabName, string>> = {
  guests: "Guests",
  partners: "Partners",
  groups: "Groups",
};

const OPTIONS = [
  { value: "none", word: "Not covered" },
  { value: "unreachable", word: "Out of reach" },
  { value: "if-inactive", word: "Only when inactive" },
  { value: "covered", word: "Covered" },
] as const;

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
  },
});

interface CoverageMapProps {
  readonly rows: readonly GuestRow[];
  readonly coverage: Coverage;
  readonly nameOf: (reviewId: string) => string;
}

/** The map itself: by guest, by partner or by group, found and narrowed as the address says. */
export function CoverageMap({ rows, coverage, nameOf }: CoverageMapProps) {
  const styles = useStyles();
  const router = useRouter();
  const { query, change } = useCoverageAddress();
  const { tab, sort } = query;
  const guests = useMemo(
    () => sorted(selectGuests(rows, coverage, query), GUEST_ORDERS, query.sort),
    [rows, coverage, query],
  );
  const partners = useMemo(
    () => sorted(selectPartners(coverage.partners, query), PARTNER_ORDERS, query.sort),
    [coverage, query],
  );
  const groups = useMemo(
    () => sorted(selectGroups(coverage.groups, query), GROUP_ORDERS, query.sort),
    [coverage, query],
  );
  const ofGuest = useMemo(() => guestColumns(nameOf), [nameOf]);
  const ofGroup = useMemo(() => groupColumns(nameOf), [nameOf]);
  const onSearch = useCallback((q: string | null) => void change({ q }), [change]);
  const onSort = (column: string) => void change(nextSort([column], column, sort) ?? {});
  return (
    <>
      <TabList
        selectedValue={tab}
        onTabSelect={(_event, { value }) => {
          void change({
            tab: TABS.find((each) => each === value) ?? null,
            sort: null,
            order: null,
          });
        }}
      >
        {TABS.map((each) => (
          <Tab key={each} value={each}>
            {TAB_WORD[each]}
          </Tab>
        ))}
      </TabList>
      <div role="search" aria-label="Filter the map" className={styles.bar}>
        <SearchText
          label={`Search ${TAB_WORD[tab].toLowerCase()}`}
          placeholder="Name or partner"
          text={query.text}
          onSearch={onSearch}
        />
        <FilterSelect
          label="Coverage"
          any="Any coverage"
          value={query.filter}
          options={OPTIONS}
          onChange={(value) => {
            void change({ state: FILTERS.find((each) => each === value) ?? null });
          }}
        />
      </div>
      {tab === "guests" && (
        <Shown
          noun={["guest", "guests"]}
          sort={sort}
          onSort={onSort}
          rows={guests}
          of={coverage.counts.guests}
          columns={ofGuest}
          short={["name", "state"]}
          rowId={({ row }) => row.guest.id}
          rowLabel={({ row }) => row.guest.displayName}
          onOpen={({ row }) => {
            router.push(`/guests?guest=${row.guest.id}`);
          }}
        />
      )}
      {tab === "partners" && (
        <Shown
          noun={["partner", "partners"]}
          sort={sort}
          onSort={onSort}
          rows={partners}
          of={coverage.partners.length}
          columns={PARTNER_COLUMNS}
          short={["partner", "guests", "none"]}
          rowId={({ partner }) => partner}
          rowLabel={({ partner }) => partner}
          onOpen={({ partner }) => {
            void change({ tab: "guests", q: partner, sort: null, order: null });
          }}
        />
      )}
      {tab === "groups" && (
        <Shown
          noun={["group with guests", "groups with guests"]}
          hint="Opening one leads to its review, or begins one where there is none."
          sort={sort}
          onSort={onSort}
          rows={groups}
          of={coverage.groups.length}
          columns={ofGroup}
          short={["name", "state"]}
          rowId={({ group }) => group.id}
          rowLabel={({ group }) => group.displayName}
          onOpen={({ group, reviewIds: [reviewId] }) => {
            router.push(
              reviewId === undefined
                ? `/reviews/new?template=quarterly-deny&group=${group.id}`
                : `/reviews/${reviewId}`,
            );
          }}
        />
      )}
    </>
  );
}

interface ShownProps<Row extends object> {
  readonly noun: readonly [string, string];
  /** What opening a line does, where it is not the thing itself. */
  readonly hint?: string;
  readonly sort: CoverageSort | null;
  readonly onSort: (by: string) => void;
  readonly rows: readonly Row[];
  readonly of: number;
  readonly columns: readonly GridColumn<Row>[];
  /** Columns that a phone has room for. */
  readonly short: readonly string[];
  readonly rowId: (row: Row) => string;
  readonly rowLabel: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
}

function Shown<Row extends object>(props: ShownProps<Row>) {
  const { noun, hint, rows, of, columns, short, rowId, rowLabel, onOpen, sort, onSort } = props;
  const styles = useStyles();
  const narrow = useNarrow();
  const hidden = columns.map(({ id }) => id).filter((id) => !short.includes(id));
  const [one, many] = noun;
  return (
    <>
      <div className={styles.bar}>
        <Text size={200} role="status">
          {`${numberText(rows.length)} of ${numberText(of)} ${of === 1 ? one : many}.`}
          {hint !== undefined && ` ${hint}`}
        </Text>
        <ExportCsvButton
          fileName={`coverage-${many.split(" ")[0] ?? ""}`}
          disabled={rows.length === 0}
          sheet={() => ({
            columns: ["Id", ...columns.map(({ label }) => label)],
            rows: rows.map((row) => [rowId(row), ...columns.map(({ text }) => text?.(row) ?? "")]),
          })}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={`No ${one} matches`}>Try another filter or another spelling.</EmptyState>
      ) : (
        <VirtualGrid
          label={`Coverage by ${one.split(" ")[0] ?? ""}`}
          columns={columns}
          hiddenColumns={narrow ? hidden : []}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowId={rowId}
          rowLabel={rowLabel}
          onOpen={onOpen}
          {...(sort !== null && { sort })}
          onSort={onSort}
        />
      )}
    </>
  );
}
