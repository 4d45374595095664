"use client";

import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { type ReactNode, useId, useState } from "react";
import { useNarrow } from "@/components/ui/use-narrow";
import { NamedFilters, useFilterNames } from "./named-filters";
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
  search: { display: "flex", flex: "1 1 160px", minWidth: 0 },
  button: { flexShrink: 0 },
  names: { flexBasis: "100%", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  // Search and filters stand beside each other, as if nothing were around them.
  beside: { display: "contents" },
  below: { flexBasis: "100%" },
  folded: { display: "none" },
});

interface FilterBarProps {
  readonly label: string;
  readonly list: Pick<ListState, "text" | "search">;
  readonly search: { readonly label: string; readonly placeholder: string };
  /** The filters beside the search. */
  readonly children?: ReactNode;
}

/** The search of a list and its filters; on a phone one button shows the filters, and those in force are named. */
export function FilterBar({ label, list, search, children }: FilterBarProps) {
  const styles = useStyles();
  const folds = useNarrow() && children !== undefined;
  const [isOpen, setOpen] = useState(false);
  const { names, name } = useFilterNames();
  const id = useId();
  return (
    <div role="search" aria-label={label} className={styles.bar}>
      <div className={folds ? styles.search : styles.beside}>
        <SearchText {...search} text={list.text} onSearch={list.search} />
      </div>
      {folds && (
        <Button
          className={styles.button}
          iconPosition="after"
          icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            setOpen((before) => !before);
          }}
        >
          {names.length === 0 ? "Filters" : `Filters (${names.length})`}
        </Button>
      )}
      {folds && !isOpen && names.length > 0 && (
        <Text size={200} className={styles.names}>
          {names.join(" · ")}
        </Text>
      )}
      <div
        id={id}
        className={
          folds ? mergeClasses(styles.bar, styles.below, !isOpen && styles.folded) : styles.beside
        }
      >
        {/* They stay in the page while they are folded: each says what it narrows the list to. */}
        <NamedFilters value={name}>{children}</NamedFilters>
      </div>
    </div>
  );
}
