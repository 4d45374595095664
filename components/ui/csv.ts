import Papa from "papaparse";
import { plainText } from "./plain-text";

export type CsvCell = string | number | boolean | null;

export interface CsvSheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/** What makes a spreadsheet calculate, in its full-width forms too: some locales of Excel accept them. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The sheet as a file that spreadsheets read and never run: a cell that would start a formula is made text, and what
 * hides inside of names is taken out. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvFrom(sheet: CsvSheet): string {
  const data = sheet.rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? plainText(cell) : cell)),
  );
  const options = { escapeFormulae: FORMULA, newline: "\r\n" };
  return BYTE_ORDER_MARK + Papa.unparse({ fields: [...sheet.columns], data }, options);
}
