"use client";

import { numberText } from "@/lib/domain/number-text";
import { nextSort } from "@/components/list/next-sort";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { PeopleSearchRegular } from "@fluentui/react-icons";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { VirtualGrid } from "@/components/grid/virtual-grid";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportCsvButton } from "@/components/ui/export-csv-button";
import { ExportJsonButton } from "@/components/ui/export-json-button";
import { useNarrow } from "@/components/ui/use-narrow";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import { useServices } from "@/lib/services/services";
import { Column } from "@/components/ui/column";
import { ITEM_COLUMNS } from "./item-columns";
import { ItemFilters } from "./item-filters";
import { filterItems, ITEM_SORTS, narrowsItems, sortItems } from "./item-query";
import { decisionsExport, decisionsSheet } from "./results-export";
import { useItemQuery } from "./use-item-query";

const ItemPanel = dynamic(() => import("./item-panel").then(({ ItemPanel }) => ItemPanel), {
  ssr: false,
});

const ON_A_PHONE = ["guest", "decision"];
const HIDDEN_ON_A_PHONE = ITEM_COLUMNS.map(({ id }) => id).filter((id) => !ON_A_PHONE.includes(id));
const NONE: readonly string[] = [];

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    flexShrink: 0,
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  words: { color: tokens.colorNeutralForeground2, marginRight: "auto" },
});

const asLine = (item: ReviewItem) => ({ item });

const rowId = ({ id }: ReviewItem) => id;
const rowLabel = ({ principal }: ReviewItem) => principal.displayName ?? principal.id;

const NO_FILTERS = { q: null, decision: null, recommendation: null, reviewer: null, applied: null };

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
  const styles = useStyles();
  const { now } = useServices();
  const narrow = useNarrow();
  const { query, openItem, change } = useItemQuery();
  const { sort } = query;
  const sorted = useMemo(() => sortItems(items, sort), [items, sort]);
  const shown = useMemo(() => filterItems(sorted, query), [sorted, query]);
  const open = items.find(({ id }) => id === openItem);
  // The panel stays while it closes: taken away at once, it would leave the page behind it hidden from screen readers.
  const [last, setLast] = useState<ReviewItem | null>(null);
  if (open !== undefined && open !== last) setLast(open);
  return (
    <Column>
      <ItemFilters items={items} query={query} change={change} />
      <div className={styles.line}>
        <Text size={200} className={styles.words} role="status">
          {narrowsItems(query)
            ? `${numberText(shown.length)} of ${numberText(items.length)} match.`
            : `${numberText(items.length)} ${items.length === 1 ? "decision" : "decisions"}.`}
        </Text>
        <ExportCsvButton
          fileName="access-review-decisions"
          disabled={shown.length === 0}
          sheet={() => decisionsSheet(instance, shown.map(asLine))}
        />
        <ExportJsonButton
          fileName="access-review-decisions"
          disabled={!complete || items.length === 0}
          gather={() => decisionsExport(review, instance, items.map(asLine), now())}
        />
      </div>
      {shown.length > 0 && (
        <VirtualGrid
          label="Decisions"
          columns={ITEM_COLUMNS}
          hiddenColumns={narrow ? HIDDEN_ON_A_PHONE : NONE}
          count={shown.length}
          rowAt={(index) => shown[index]}
          rowId={rowId}
          rowLabel={rowLabel}
          openId={openItem}
          onOpen={({ id }) => void change({ item: id })}
          sort={sort}
          onSort={(column) => {
            const next = nextSort(ITEM_SORTS, column, sort);
            if (next !== null) void change(next);
          }}
        />
      )}
      {shown.length === 0 && !reading && (
        <EmptyState
          icon={<PeopleSearchRegular />}
          title={items.length === 0 ? "Nobody is reviewed here" : "Nothing matches"}
          action={
            narrowsItems(query) && (
              <Button onClick={() => void change(NO_FILTERS)}>Clear the filters</Button>
            )
          }
        >
          {items.length === 0
            ? "Who is reviewed is decided when an instance begins: nobody was in its scope then."
            : "Try fewer filters or another spelling."}
        </EmptyState>
      )}
      {last !== null && (
        <ItemPanel
          item={last}
          open={open !== undefined}
          onClose={() => void change({ item: null })}
        />
      )}
    </Column>
  );
}
