"use client";

import { makeStyles, Switch, tokens } from "@fluentui/react-components";
import { useCallback } from "react";
import { FilterSelect } from "@/components/list/filter-select";
import { SearchText } from "@/components/list/search-text";
import { PHASES, type ReviewQuery } from "./review-query";
import type { ChangeReviews } from "./use-review-query";

const PHASE_WORD: Readonly<Record<(typeof PHASES)[number], string>> = {
  running: "In progress",
  ahead: "Not started",
  over: "Ended",
};

const OPTIONS = PHASES.map((value) => ({ value, word: PHASE_WORD[value] }));

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
  },
});

interface ReviewFiltersProps {
  readonly query: ReviewQuery;
  readonly change: ChangeReviews;
}

/** Finds reviews by words, and narrows them to a status or to one's own. */
export function ReviewFilters({ query, change }: ReviewFiltersProps) {
  const styles = useStyles();
  const onSearch = useCallback((q: string | null) => void change({ q }), [change]);
  return (
    <div role="search" aria-label="Filter the reviews" className={styles.row}>
      <SearchText
        label="Search reviews"
        placeholder="Name, scope or reviewer"
        text={query.text}
        onSearch={onSearch}
      />
      <FilterSelect
        label="Status"
        any="Any status"
        value={query.phase}
        options={OPTIONS}
        onChange={(value) => {
          void change({ status: PHASES.find((phase) => phase === value) ?? null });
        }}
      />
      <Switch
        label="Created by me"
        checked={query.mine}
        onChange={(_event, { checked }) => void change({ mine: checked })}
      />
    </div>
  );
}
