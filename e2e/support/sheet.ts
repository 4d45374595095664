import Papa from "papaparse";

/** The lines of an exported file as rows by their column's name, read as a spreadsheet reads them. */
export function sheetOf(lines: readonly string[]): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(lines.join("\r\n"), {
    header: true,
    skipEmptyLines: true,
  });
  if (errors[0] !== undefined) throw new Error(errors[0].message);
  return data;
}
