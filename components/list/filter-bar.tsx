"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { SearchText } from "./search-text";
import type { ListState } from "./use-list-state";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    flexShrink: 0,
    minWidth: 0,
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
  },
});

interface FilterBarProps {
  readonly label: string;
  readonly list: Pick<ListState, "text" | "search">;
  readonly search: { readonly label: string; readonly placeholder: string };
  /** The filters beside the search. */
  readonly children?: ReactNode;
}

/** The search of a list and its filters. */
export function FilterBar({ label, list, search, children }: FilterBarProps) {
  const styles = useStyles();
  return (
    <div role="search" aria-label={label} className={styles.bar}>
      <SearchText {...search} text={list.text} onSearch={list.search} />
      {children}
    </div>
  );
}
