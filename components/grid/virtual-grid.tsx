"use client";

import { plainText } from "@/components/ui/plain-text";
import { mergeClasses } from "@fluentui/react-components";
import { useTable } from "@tanstack/react-table";
import { useImperativeHandle, useMemo, useRef, type KeyboardEvent, type Ref } from "react";
import { columnDefs, gridFeatures, SELECT_WIDTH, template, type GridColumn } from "./column";
import { GridHeader, SelectCell, type GridSelection, type GridSort } from "./grid-header";
import { extendByArrow, selectByKey } from "./select-by-key";
import { titleOfCutText } from "./title-of-cut-text";
import { useActiveCell } from "./use-active-cell";
import { useOpenRowInView, useRowsInView } from "./use-rows-in-view";
import { HEADER_HEIGHT, useGridStyles } from "./virtual-grid.styles";

/** The grid's imperative methods. */
export interface GridHandle {
  /** Makes a row the tab stop and scrolls to it. `focus` also moves focus there. */
  goTo(row: number, focus: boolean): void;
}

interface VirtualGridProps<Row extends object> {
  readonly ref?: Ref<GridHandle>;
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly hiddenColumns?: readonly string[];
  /** How many rows there are; only those in view are asked for. */
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly askFor?: (first: number, last: number) => void;
  readonly rowId: (row: Row) => string;
  readonly rowLabel: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly openId?: string | null;
  readonly selection?: GridSelection;
  readonly sort?: GridSort;
  readonly onSort?: (by: string) => void;
  /** Called when the active row changes, by key or click. */
  readonly onReach?: (row: Row) => void;
  /** A key of a row, before the grid's own; `preventDefault` keeps it from the grid. */
  readonly onRowKey?: (event: KeyboardEvent, row: Row) => void;
}

/** A grid of any number of rows of which only those in view exist in the page. */
export function VirtualGrid<Row extends object>(props: VirtualGridProps<Row>) {
  const { columns, hiddenColumns, count, rowAt, askFor, rowId, selection } = props;
  const styles = useGridStyles();
  const activeRow = useRef(-1);
  const { scroller, body, items, reveal } = useRowsInView({
    count,
    askFor,
    activeRow,
    // Who leads the grid to a row needs the rows at once.
    isDrawnAtOnce: props.ref !== undefined,
  });

  const defs = useMemo(() => columnDefs(columns), [columns]);
  const rows = items.map((item) => rowAt(item.index));
  const present = rows.filter((row) => row !== undefined);
  const openPlace = rows.findIndex((row) => row !== undefined && rowId(row) === props.openId);
  useOpenRowInView(props.openId, items[openPlace]?.index, reveal);
  const columnVisibility = useMemo(
    () => Object.fromEntries((hiddenColumns ?? []).map((id) => [id, false])),
    [hiddenColumns],
  );
  const table = useTable({
    features: gridFeatures,
    columns: defs,
    data: present,
    getRowId: rowId,
    state: { columnVisibility },
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const shown = headers.flatMap(({ id }) => columns.find((column) => column.id === id) ?? []);
  const byId = new Map(table.getRowModel().rows.map((row) => [row.id, row]));
  const select = selection ? 1 : 0;
  const gridTemplateColumns = `${selection ? `${SELECT_WIDTH}px ` : ""}${template(shown, selection ? SELECT_WIDTH : 0)}`;

  const { active, setActive, onKeyDown, goTo } = useActiveCell(
    scroller,
    { rows: count, columns: shown.length + select, page: Math.max(1, items.length - 20) },
    reveal,
  );
  activeRow.current = active.row;
  useImperativeHandle(props.ref, () => ({
    goTo: (row, focus) => {
      goTo({ row, column: active.row < 0 ? select : active.column }, focus);
    },
  }));

  const idAt = (index: number) => {
    const row = index < 0 ? undefined : rowAt(index);
    return row && rowId(row);
  };
  const press = (event: KeyboardEvent) => {
    const row = active.row < 0 ? undefined : rowAt(active.row);
    const isTaken = () => event.defaultPrevented;
    if (row) props.onRowKey?.(event, row);
    if (isTaken()) return;
    onKeyDown(event);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (selection && event.shiftKey && step !== 0)
      extendByArrow(selection, idAt(active.row), idAt(active.row + step));
    if (isTaken()) return;
    const place = { id: row && rowId(row), isOnSelectAll: active.row < 0 && active.column === 0 };
    if (selection && selectByKey(event, selection, place)) {
      event.preventDefault();
    } else if (event.key === "Enter" && row) {
      event.preventDefault();
      props.onOpen?.(row);
    } else if ((event.key === "Enter" || event.key === " ") && active.row === -1) {
      const column = shown[active.column - select];
      if (column?.sortable) {
        event.preventDefault();
        props.onSort?.(column.id);
      }
    }
  };
  const tabIndex = (row: number, column: number) =>
    active.row === row && active.column === column ? 0 : -1;
  const cell = (row: number, column: number) => ({
    "data-row": row,
    "data-column": column,
    "aria-colindex": column + 1,
    tabIndex: tabIndex(row, column),
    onFocus: () => {
      setActive({ row, column });
      const reached = row < 0 ? undefined : rowAt(row);
      if (reached) props.onReach?.(reached);
    },
  });

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={props.label}
        aria-rowcount={count + 1}
        aria-colcount={shown.length + select}
        {...(props.onOpen && { "aria-description": "Enter opens a row." })}
        aria-multiselectable={selection ? true : undefined}
        className={styles.grid}
        onKeyDown={press}
        onMouseOver={titleOfCutText}
      >
        <GridHeader
          columns={shown}
          selection={selection}
          count={count}
          sort={props.sort}
          onSort={props.onSort}
          template={gridTemplateColumns}
          cell={cell}
        />
        <div role="rowgroup" ref={body} className={styles.body}>
          {items.map((item, place) => {
            const data = rows[place];
            const id = data && rowId(data);
            const selected = id !== undefined && selection?.has(id) === true;
            const tableRow = id === undefined ? undefined : byId.get(id);
            return (
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={selection ? selected : undefined}
                aria-busy={data ? undefined : true}
                className={mergeClasses(
                  styles.row,
                  styles.bodyRow,
                  props.onOpen !== undefined && styles.openable,
                  (selected || (id !== undefined && props.openId === id)) && styles.selected,
                )}
                style={{
                  gridTemplateColumns,
                  transform: `translateY(${item.start - HEADER_HEIGHT}px)`,
                }}
                onClick={() => {
                  if (data) props.onOpen?.(data);
                }}
              >
                {selection && (
                  <SelectCell
                    label={data && plainText(props.rowLabel(data))}
                    checked={selected}
                    onToggle={(isShift) => {
                      if (id === undefined) return;
                      if (isShift) selection.extendTo(id);
                      else selection.toggle(id);
                    }}
                    cell={cell(item.index, 0)}
                  />
                )}
                {shown.map((column, index) => {
                  const shownCell = tableRow?.getVisibleCells()[index];
                  return (
                    <div
                      key={column.id}
                      role="gridcell"
                      className={styles.cell}
                      {...cell(item.index, index + select)}
                    >
                      <span data-cell-text className={shownCell ? styles.text : styles.waiting}>
                        {shownCell && <table.FlexRender cell={shownCell} />}
                      </span>
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
      {items.length < count && (
        <p data-print-only>
          {`Printed: ${items.length.toLocaleString("en")} of ${count.toLocaleString("en")} rows, those near what was on the screen.`}
        </p>
      )}
    </div>
  );
}
