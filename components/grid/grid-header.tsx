import { Checkbox, mergeClasses } from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular } from "@fluentui/react-icons";
import type { HTMLAttributes } from "react";
import type { GridColumn } from "./column";
import { useGridStyles } from "./virtual-grid.styles";

/** Which rows are chosen; "all" means all that match, in view or not. */
export interface GridSelection {
  readonly size: number;
  /** Whether all that match were chosen as that, and still are. */
  readonly isAll: boolean;
  has(id: string): boolean;
  toggle(id: string): void;
  /** Chooses every row from the one that was toggled last to this one. */
  extendTo(id: string): void;
  toggleAll(): void;
}

export interface GridSort {
  readonly by: string;
  readonly descending: boolean;
}

type CellProps = HTMLAttributes<HTMLDivElement>;

interface GridHeaderProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly selection: GridSelection | undefined;
  readonly count: number;
  readonly sort: GridSort | undefined;
  readonly onSort: ((by: string) => void) | undefined;
  /** The CSS grid template of every row. */
  readonly template: string;
  /** Place and focus of a cell; the header is row -1. */
  readonly cell: (row: number, column: number) => CellProps;
}

/** The grid's head: names, the order in force, and the box that selects everything. */
export function GridHeader<Row>(props: GridHeaderProps<Row>) {
  const { columns, selection, count, sort, onSort, cell } = props;
  const styles = useGridStyles();
  const offset = selection ? 1 : 0;
  return (
    <div role="rowgroup" className={styles.header}>
      <div
        role="row"
        aria-rowindex={1}
        className={styles.row}
        style={{ gridTemplateColumns: props.template }}
      >
        {selection && (
          <div
            role="columnheader"
            aria-label="Selection"
            className={mergeClasses(styles.cell, styles.selectCell)}
            {...cell(-1, 0)}
          >
            <Checkbox
              className={styles.select}
              input={{ tabIndex: -1, className: styles.selectInput }}
              indicator={{ className: styles.selectMark }}
              aria-label="Select all that match"
              checked={(count > 0 && selection.isAll) || (selection.size > 0 ? "mixed" : false)}
              onChange={() => {
                selection.toggleAll();
              }}
            />
          </div>
        )}
        {columns.map((column, index) => {
          const order = sort?.by === column.id ? sort : undefined;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={order && (order.descending ? "descending" : "ascending")}
              className={mergeClasses(
                styles.cell,
                styles.headerCell,
                column.sortable && styles.sortable,
              )}
              onClick={() => {
                if (column.sortable) onSort?.(column.id);
              }}
              {...cell(-1, index + offset)}
            >
              <span data-cell-text className={styles.text}>
                {column.label}
              </span>
              {order && (order.descending ? <ArrowDownRegular /> : <ArrowUpRegular />)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface SelectCellProps {
  /** Absent while the row is still on its way. */
  readonly label: string | undefined;
  readonly checked: boolean;
  /** With Shift held, all from the row toggled last to this one are meant. */
  readonly onToggle: (isShift: boolean) => void;
  readonly cell: CellProps;
}

/** The box that chooses one row; a click on it does not open the row. */
export function SelectCell({ label, checked, onToggle, cell }: SelectCellProps) {
  const styles = useGridStyles();
  return (
    <div
      role="gridcell"
      className={mergeClasses(styles.cell, styles.selectCell)}
      {...cell}
      onClick={(event) => {
        event.stopPropagation();
      }}
      onMouseDown={(event) => {
        // The browser would select the text of all rows in between.
        if (event.shiftKey) event.preventDefault();
      }}
    >
      {label !== undefined && (
        <Checkbox
          className={styles.select}
          input={{ tabIndex: -1, className: styles.selectInput }}
          indicator={{ className: styles.selectMark }}
          aria-label={`Select ${label}`}
          checked={checked}
          onChange={({ nativeEvent }) => {
            onToggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
          }}
        />
      )}
    </div>
  );
}
