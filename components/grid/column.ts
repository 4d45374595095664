import { columnVisibilityFeature, tableFeatures, type ColumnDef } from "@tanstack/react-table";
import { createElement, memo, type ReactNode } from "react";

export const gridFeatures = tableFeatures({ columnVisibilityFeature });

export interface GridColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** Least width in CSS pixels; what is left over goes to the columns by `grow`. */
  readonly width: number;
  readonly grow?: number;
  readonly sortable?: boolean;
  /** What the cell shows. */
  readonly show: (row: Row) => ReactNode;
  /** What an export writes; absent for columns that are not data. */
  readonly text?: (row: Row) => string;
  /** What an export writes is a day in UTC, which the head of the column says there. */
  readonly isUtcDay?: boolean;
}

interface CellContentProps {
  readonly show: (row: never) => ReactNode;
  readonly row: object;
}

/** Drawn again only for another row or column: the grid is drawn at each step of scrolling, with hundreds of cells. */
const CellContent = memo(function CellContent({ show, row }: CellContentProps) {
  return show(row as never);
});

/** The same columns in TanStack Table's words. */
export function columnDefs<Row extends object>(
  columns: readonly GridColumn<Row>[],
): ColumnDef<typeof gridFeatures, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    header: column.label,
    cell: ({ row }) => createElement(CellContent, { show: column.show, row: row.original }),
  }));
}

/** Width of the column of check boxes, in CSS pixels. */
export const SELECT_WIDTH = 40;
/** What the narrowest screen, of 320 CSS pixels, leaves for a grid. */
const NARROWEST = 288;
/** The least width of a column that takes what is left over, where a narrow screen needs the rest. */
const LEAST = 56;

/**
 * The CSS grid template that lays these columns out, after others that are `before` pixels wide. Where they fit the
 * narrowest screen, those that take what is left over give way to the others, so that nobody scrolls sideways; where too
 * many are chosen, all of them have their width.
 */
export function template(
  columns: readonly Pick<GridColumn<never>, "width" | "grow">[],
  before = 0,
): string {
  const leastOf = ({ width, grow = 1 }: (typeof columns)[number]) =>
    grow > 1 ? Math.min(width, LEAST) : width;
  const least = columns.reduce((sum, column) => sum + leastOf(column), before);
  const widthOf = least <= NARROWEST ? leastOf : ({ width }: (typeof columns)[number]) => width;
  return columns.map((column) => `minmax(${widthOf(column)}px, ${column.grow ?? 1}fr)`).join(" ");
}
