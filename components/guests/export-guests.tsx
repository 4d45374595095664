"use client";

import { ExportCsvButton } from "@/components/ui/export-csv-button";
import type { GridColumn } from "@/components/grid/column";
import { inventory } from "@/lib/inventory/use-inventory";
import type { GuestQuery, GuestRow } from "@/lib/inventory/inventory";

interface ExportGuestsProps {
  readonly columns: readonly GridColumn<GuestRow>[];
  readonly query: GuestQuery;
  readonly total: number;
}

/** Everybody who matches, as a file for spreadsheets. */
export function ExportGuests({ columns, query, total }: ExportGuestsProps) {
  const written = columns.flatMap(({ label, text }) => (text ? [{ label, text }] : []));
  return (
    <ExportCsvButton
      fileName="guests"
      disabled={total === 0}
      sheet={async () => {
        const rows = await inventory().window(query, 0, total);
        return {
          columns: ["Object id", ...written.map(({ label }) => label)],
          rows: rows.map((row) => [row.guest.id, ...written.map(({ text }) => text(row))]),
        };
      }}
    />
  );
}
