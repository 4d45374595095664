"use client";

import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { PeopleSearchRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { VirtualGrid } from "@/components/grid/virtual-grid";
import { EmptyState } from "@/components/ui/empty-state";
import { useNarrow } from "@/components/ui/use-narrow";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { ITEM_COLUMNS } from "./item-columns";
import { ItemFilters } from "./item-filters";
import { filterItems, ITEM_SORTS, narrowsItems, sortItems } from "./item-query";
import { useItemQuery } from "./use-item-query";

const ON_A_PHONE = ["guest", "decision"];
const HIDDEN_ON_A_PHONE = ITEM_COLUMNS.map(({ id }) => id).filter((id) => !ON_A_PHONE.includes(id));
const NONE: readonly string[] = [];

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minHeight: 0,
  },
  words: { color: tokens.colorNeutralForeground2 },
});

const rowId = ({ id }: ReviewItem) => id;
const rowLabel = ({ principal }: ReviewItem) => principal.displayName ?? principal.id;

const NO_FILTERS = { q: null, decision: null, recommendation: null, reviewer: null, applied: null };

interface ItemsSectionProps {
  readonly items: readonly ReviewItem[];
  /** More are still on their way. */
  readonly reading: boolean;
}

/** Everything that is to be decided in an instance, or was: found, narrowed and sorted. */
export function ItemsSection({ items, reading }: ItemsSectionProps) {
  const styles = useStyles();
  const narrow = useNarrow();
  const { query, openItem, change } = useItemQuery();
  const { sort } = query;
  const sorted = useMemo(() => sortItems(items, sort), [items, sort]);
  const shown = useMemo(() => filterItems(sorted, query), [sorted, query]);
  return (
    <div className={styles.box}>
      <ItemFilters items={items} query={query} change={change} />
      <Text size={200} className={styles.words} role="status">
        {narrowsItems(query)
          ? `${shown.length.toLocaleString("en")} of ${items.length.toLocaleString("en")} match.`
          : `${items.length.toLocaleString("en")} ${items.length === 1 ? "decision" : "decisions"}.`}
      </Text>
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
            const by = ITEM_SORTS.find((key) => key === column);
            if (by === undefined) return;
            const descending = sort.by === by && !sort.descending;
            void change({ sort: by, order: descending ? "desc" : "asc" });
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
    </div>
  );
}
