import Papa from "papaparse";
import { plainText } from "./plain-text";

export type CsvCell = string | number | boolean | null;

export interface CsvSheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/** What makes a spreadsheet calculate, in its full-width forms too: some locales of Excel accept them. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The same after what a spreadsheet may take for the end of a cell, whatever this file means by it. */
const FORMULA_AFTER_SEPARATOR = /([;,|\t\r\n]\s*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

export type Separator = "," | ";";

/**
 * The separator that spreadsheets of a language expect: a semicolon where the comma is the decimal mark.
 * https://support.microsoft.com/office/import-or-export-text-txt-or-csv-files-5250ac4c-663c-47ce-937b-339e391393ba
 */
export function separatorFor(language: string): Separator {
  return new Intl.NumberFormat(language).format(1.5).includes(",") ? ";" : ",";
}

/**
 * The sheet as a file that spreadsheets read and never run: a text that would be a formula, alone or after any
 * separator, is made text, every text is quoted, and what hides inside of names is taken out.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvFrom(sheet: CsvSheet, delimiter: Separator = ","): string {
  const data = sheet.rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? harmless(cell) : cell)),
  );
  const quotes = (cell: unknown) => typeof cell === "string";
  const options = { delimiter, quotes, escapeFormulae: FORMULA, newline: "\r\n" };
  return BYTE_ORDER_MARK + Papa.unparse({ fields: [...sheet.columns], data }, options);
}

function harmless(text: string): string {
  return plainText(text).replace(FORMULA_AFTER_SEPARATOR, "$1'");
}
