import { columnVisibilityFeature, tableFeatures, type ColumnDef } from "@tanstack/react-table";
import type { ReactNode } from "react";

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
}

/** The same columns in TanStack Table's words. */
export function columnDefs<Row extends object>(
  columns: readonly GridColumn<Row>[],
): ColumnDef<typeof gridFeatures, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    header: column.label,
    cell: ({ row }) => column.show(row.original),
  }));
}

/** The CSS grid template that lays these columns out. */
export function template(columns: readonly Pick<GridColumn<never>, "width" | "grow">[]): string {
  return columns.map(({ width, grow }) => `minmax(${width}px, ${grow ?? 1}fr)`).join(" ");
}
