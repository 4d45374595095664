"use client";

import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { GridColumn } from "@/components/grid/column";
import type { GridSelection } from "@/components/grid/grid-header";
import { VirtualGrid } from "@/components/grid/virtual-grid";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkNotUnderstood } from "./link-not-understood";
import type { ListState } from "./use-list-state";

/** Rows that another party has: a worker or a server is asked for those in view. */
export interface RowWindow<Row> {
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly askFor?: (first: number, last: number) => void;
  /** While the answer is on its way, nobody is told that there is nothing. */
  readonly isPending?: boolean;
}

interface ListGridProps<Row extends object> {
  readonly label: string;
  readonly list: Pick<
    ListState,
    "sort" | "toggleSort" | "openId" | "isFiltered" | "clearFilters" | "notUnderstood"
  >;
  readonly columns: readonly GridColumn<Row>[];
  readonly hiddenColumns: readonly string[];
  readonly rows: readonly Row[] | RowWindow<Row>;
  readonly rowId: (row: Row) => string;
  readonly rowLabel: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly selection?: GridSelection;
  /** What is said when there is no row; without `words`, that filters may keep them out. */
  readonly nothing: {
    readonly icon?: ReactElement;
    readonly title: string;
    readonly words?: string;
  };
}

/** The rows of a list that match, or how to find some; none where the address asks for what is not understood. */
export function ListGrid<Row extends object>(props: ListGridProps<Row>) {
  const { list, rows, nothing, onOpen, selection } = props;
  const { count, rowAt, askFor, isPending = false } = "rowAt" in rows ? rows : inMemory(rows);
  if (list.notUnderstood.length > 0) {
    return (
      <LinkNotUnderstood
        wrong={list.notUnderstood}
        notDone="Nothing is listed, and nothing can be selected or exported."
        onClear={list.clearFilters}
      />
    );
  }
  if (count === 0 && !isPending) {
    return (
      <EmptyState
        icon={nothing.icon}
        title={nothing.title}
        action={list.isFiltered && <Button onClick={list.clearFilters}>Clear the filters</Button>}
      >
        {nothing.words ?? "Try fewer filters or another spelling."}
      </EmptyState>
    );
  }
  return (
    <VirtualGrid
      label={props.label}
      columns={props.columns}
      hiddenColumns={props.hiddenColumns}
      count={count}
      rowAt={rowAt}
      rowId={props.rowId}
      rowLabel={props.rowLabel}
      openId={list.openId}
      onSort={list.toggleSort}
      {...(askFor && { askFor })}
      {...(onOpen && { onOpen })}
      {...(selection && { selection })}
      {...(list.sort !== null && { sort: list.sort })}
    />
  );
}

function inMemory<Row>(rows: readonly Row[]): RowWindow<Row> {
  return { count: rows.length, rowAt: (index) => rows[index] };
}
