"use client";

import { Tab, TabList } from "@fluentui/react-components";
import { useRouter } from "next/navigation";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMemo } from "react";
import { FilterBar } from "@/components/list/filter-bar";
import { FilterSelect } from "@/components/list/filter-select";
import { ListTable } from "@/components/list/list-table";
import { useListState } from "@/components/list/use-list-state";
import type { Coverage } from "@/lib/domain/reviews/coverage";
import type { GuestRow } from "@/lib/inventory/inventory";
import { groupColumns, guestColumns, PARTNER_COLUMNS } from "./coverage-columns";
import {
  FILTERS,
  selectGroups,
  selectGuests,
  selectPartners,
  type Tab as TabName,
  TABS,
} from "./coverage-lists";

/** What the map keeps in the address; each tab has some of these columns. */
const COVERAGE_LIST = {
  filters: { state: parseAsStringLiteral(FILTERS) },
  sorts: [
    "name",
    "state",
    "partner",
    "standing",
    "guests",
    "none",
    "planned",
    "ifInactive",
    "covered",
  ],
  // Guests by name, partners and groups the least covered first.
  defaultSort: null,
} as const;

const TAB_WORD: Readonly<Record<TabName, string>> = {
  guests: "Guests",
  partners: "Partners",
  groups: "Groups",
};

const OPTIONS = [
  { value: "none", word: "Not covered" },
  { value: "unreachable", word: "Not reviewable" },
  { value: "planned", word: "Review not started" },
  { value: "if-inactive", word: "Only when inactive" },
  { value: "covered", word: "Covered" },
] as const;

const TAB_IN_ADDRESS = parseAsStringLiteral(TABS)
  .withDefault("guests")
  .withOptions({ history: "replace" });

interface CoverageMapProps {
  readonly rows: readonly GuestRow[];
  readonly coverage: Coverage;
  readonly nameOf: (reviewId: string) => string;
}

/** The map itself: by guest, by partner or by group, found and narrowed as the address says. */
export function CoverageMap({ rows, coverage, nameOf }: CoverageMapProps) {
  const router = useRouter();
  const [tab, setTab] = useQueryState("tab", TAB_IN_ADDRESS);
  const list = useListState(COVERAGE_LIST);
  const { text, sort, filters } = list;
  // Only of a guest it is known what they reach: in the other tabs these are among those who are not covered.
  const state = tab !== "guests" && filters.state === "unreachable" ? "none" : filters.state;
  const query = useMemo(() => ({ text, filters: { state }, sort }), [text, state, sort]);
  const guests = useMemo(() => selectGuests(rows, coverage, query), [rows, coverage, query]);
  const partners = useMemo(() => selectPartners(coverage.partners, query), [coverage, query]);
  const groups = useMemo(() => selectGroups(coverage.groups, query), [coverage, query]);
  const ofGuest = useMemo(() => guestColumns(nameOf), [nameOf]);
  const ofGroup = useMemo(() => groupColumns(nameOf), [nameOf]);
  const goTo = (next: TabName) => {
    void setTab(next);
    list.clearSort();
  };
  return (
    <>
      <TabList
        selectedValue={tab}
        onTabSelect={(_event, { value }) => {
          goTo(TABS.find((each) => each === value) ?? "guests");
        }}
      >
        {TABS.map((each) => (
          <Tab key={each} value={each}>
            {TAB_WORD[each]}
          </Tab>
        ))}
      </TabList>
      <FilterBar
        label="Filter the map"
        list={list}
        search={{
          label: `Search ${TAB_WORD[tab].toLowerCase()}`,
          placeholder: "Name or partner",
        }}
      >
        <FilterSelect
          label="Coverage"
          any="Any coverage"
          value={state}
          options={
            tab === "guests" ? OPTIONS : OPTIONS.filter(({ value }) => value !== "unreachable")
          }
          onChange={(value) => {
            list.filter({ state: FILTERS.find((each) => each === value) ?? null });
          }}
        />
      </FilterBar>
      {tab === "guests" && (
        <ListTable
          viewsName="coverage"
          name="coverage.guest"
          label="Coverage by guest"
          export={{ fileName: "coverage-guests" }}
          list={list}
          noun={["guest", "guests"]}
          rows={guests}
          of={coverage.counts.guests}
          columns={ofGuest}
          onAPhone={["name", "state"]}
          rowId={({ row }) => row.guest.id}
          rowLabel={({ row }) => row.guest.displayName}
          onOpen={({ row }) => {
            router.push(`/guests?guest=${row.guest.id}`);
          }}
        />
      )}
      {tab === "partners" && (
        <ListTable
          viewsName="coverage"
          name="coverage.partner"
          label="Coverage by partner"
          export={{ fileName: "coverage-partners" }}
          list={list}
          noun={["partner", "partners"]}
          rows={partners}
          of={coverage.partners.length}
          columns={PARTNER_COLUMNS}
          onAPhone={["partner", "guests", "none"]}
          rowId={({ partner }) => partner}
          rowLabel={({ partner }) => partner}
          onOpen={({ partner }) => {
            goTo("guests");
            list.search(partner);
          }}
        />
      )}
      {tab === "groups" && (
        <ListTable
          viewsName="coverage"
          name="coverage.group"
          label="Coverage by group"
          export={{ fileName: "coverage-groups" }}
          list={list}
          noun={["group with guests", "groups with guests"]}
          hint="Select a group to open its review, or to create one if it has none."
          rows={groups}
          of={coverage.groups.length}
          columns={ofGroup}
          onAPhone={["name", "state"]}
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
