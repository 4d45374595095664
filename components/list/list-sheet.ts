import type { GridColumn } from "@/components/grid/column";
import type { CsvSheet } from "@/components/ui/csv";

/** The rows of a list as a sheet: their ids, then every column that is data, shown or not. */
export function listSheet<Row>(
  rows: readonly Row[],
  columns: readonly Pick<GridColumn<Row>, "label" | "text" | "isUtcDay">[],
  id: { readonly label: string; readonly of: (row: Row) => string },
): CsvSheet {
  const written = columns.flatMap(({ label, text, isUtcDay = false }) =>
    text ? [{ label: isUtcDay ? `${label} (UTC)` : label, text }] : [],
  );
  return {
    columns: [id.label, ...written.map(({ label }) => label)],
    rows: rows.map((row) => [id.of(row), ...written.map(({ text }) => text(row))]),
  };
}
