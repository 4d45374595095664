"use client";

import { PeopleSearchRegular } from "@fluentui/react-icons";
import dynamic from "next/dynamic";
import { parseAsString } from "nuqs";
import { useMemo, useState } from "react";
import {
  applyResultWord,
  decisionWord,
  recommendationWord,
} from "@/components/entries/review-item-labels";
import { facetOptions } from "@/components/list/facet-options";
import { FilterBar } from "@/components/list/filter-bar";
import { FilterSelect } from "@/components/list/filter-select";
import { ListTable } from "@/components/list/list-table";
import { type ListState, useListState } from "@/components/list/use-list-state";
import { Column } from "@/components/ui/column";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportJsonButton } from "@/components/ui/export-json-button";
import {
  APPLY_RESULTS,
  ITEM_DECISIONS,
  RECOMMENDATIONS,
  type Review,
  type ReviewInstance,
  type ReviewItem,
} from "@/lib/domain/reviews/review";
import { useServices } from "@/lib/services/services";
import { ITEM_COLUMNS } from "./item-columns";
import {
  filterItems,
  ITEM_SORTS,
  type ItemFilters as Filters,
  NOBODY,
  sortItems,
} from "./item-list";
import { decidersIn } from "@/lib/domain/reviews/item-facts";
import { decisionsExport, decisionsSheet } from "@/components/entries/results-sheet";

const ItemPanel = dynamic(() => import("./item-panel").then(({ ItemPanel }) => ItemPanel), {
  ssr: false,
});

/** What the list of an instance's items keeps in the address. */
const ITEM_LIST = {
  filters: {
    decision: parseAsString,
    recommendation: parseAsString,
    reviewer: parseAsString,
    applied: parseAsString,
  },
  sorts: ITEM_SORTS,
  defaultSort: { by: "guest", descending: false },
  panel: { name: "item" },
} as const;

const ON_A_PHONE = ["guest", "decision"];

/** Where the list is, and what other lists and dialogs of the page keep in the address, is no part of a view. */
const PAGE = ["instance", "tab", "find", "by", "way", "do"];

const asLine = (item: ReviewItem) => ({ item });

const rowId = ({ id }: ReviewItem) => id;
const rowLabel = ({ principal }: ReviewItem) => principal.displayName ?? principal.id;

interface ItemsSectionProps {
  readonly review: Review;
  readonly instance: ReviewInstance;
  readonly read: { readonly items: readonly ReviewItem[]; readonly complete: boolean };
  /** More are still on their way. */
  readonly reading: boolean;
}

/** Everything that is to be decided in an instance, or was: found, narrowed and sorted. */
export function ItemsSection({ review, instance, read, reading }: ItemsSectionProps) {
  const { items, complete } = read;
  const { now } = useServices();
  const list = useListState(ITEM_LIST);
  const { text, filters, sort, openId } = list;
  const sorted = useMemo(() => sortItems(items, sort), [items, sort]);
  const shown = useMemo(() => filterItems(sorted, { text, filters }), [sorted, text, filters]);
  const open = items.find(({ id }) => id === openId);
  // The panel stays while it closes: taken away at once, it would leave the page behind it hidden from screen readers.
  const [last, setLast] = useState<ReviewItem | null>(null);
  if (open !== undefined && open !== last) setLast(open);
  return (
    <Column>
      <ItemFilters items={items} list={list} />
      {items.length > 0 && (
        <ListTable
          name="decisions"
          label="Decisions"
          list={list}
          noun={["decision", "decisions"]}
          rows={shown}
          of={items.length}
          isPending={reading}
          columns={ITEM_COLUMNS}
          onAPhone={ON_A_PHONE}
          rowId={rowId}
          rowLabel={rowLabel}
          onOpen={({ id }) => {
            list.open(id);
          }}
          icon={<PeopleSearchRegular />}
          page={PAGE}
          export={{
            fileName: "access-review-decisions",
            sheet: () => decisionsSheet(instance, shown.map(asLine)),
          }}
        >
          <ExportJsonButton
            fileName="access-review-decisions"
            disabled={!complete}
            gather={() => decisionsExport(review, instance, items.map(asLine), now())}
          />
        </ListTable>
      )}
      {items.length === 0 && !reading && (
        <EmptyState icon={<PeopleSearchRegular />} title="Nobody to review">
          Who is reviewed is determined when an instance starts. Nobody was in its scope then.
        </EmptyState>
      )}
      {last !== null && (
        <ItemPanel
          item={last}
          open={open !== undefined}
          onClose={() => {
            list.open(null);
          }}
        />
      )}
    </Column>
  );
}

interface ItemFiltersProps {
  readonly items: readonly ReviewItem[];
  readonly list: ListState<Filters>;
}

/** Finds items by name, and narrows them by what was decided, recommended and applied, and by whom. */
function ItemFilters({ items, list }: ItemFiltersProps) {
  const options = useMemo(
    () => ({
      decision: facetOptions(items, ITEM_DECISIONS, ({ decision }) => decision, decisionWord),
      recommendation: facetOptions(
        items,
        RECOMMENDATIONS,
        ({ recommendation }) => recommendation,
        recommendationWord,
      ),
      reviewer: reviewerOptions(items),
      applied: facetOptions(items, APPLY_RESULTS, (item) => item.applyResult, applyResultWord),
    }),
    [items],
  );
  const select = (name: keyof Filters, label: string, any: string) => (
    <FilterSelect
      label={label}
      any={any}
      value={list.filters[name]}
      options={options[name]}
      onChange={(value) => {
        list.filter({ [name]: value });
      }}
    />
  );
  return (
    <FilterBar
      label="Filter the decisions"
      list={list}
      search={{ label: "Search decisions", placeholder: "Guest or resource" }}
    >
      {select("decision", "Decision", "Any decision")}
      {select("recommendation", "Recommendation", "Any recommendation")}
      {select("reviewer", "Decided by", "Decided by anyone")}
      {select("applied", "Applied", "Applied or not")}
    </FilterBar>
  );
}

function reviewerOptions(items: readonly ReviewItem[]) {
  const deciders = decidersIn(items);
  const nobody = items.length - deciders.reduce((sum, { count }) => sum + count, 0);
  return [
    { value: NOBODY, word: "No reviewer named", count: nobody },
    ...deciders.map(({ id, name, count }) => ({ value: id, word: name, count })),
  ];
}
