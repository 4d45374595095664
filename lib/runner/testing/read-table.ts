/** The rows of the first table of a page whose first column is called so. */
export function readTable(
  text: string,
  first: string,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => cellsOf(line)[0] === first);
  if (at === -1) throw new RangeError(`There is no table of “${first}”.`);
  const rows = lines.slice(at + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return { head: cellsOf(lines[at] ?? ""), rows: rows.slice(0, end).map(cellsOf) };
}

function cellsOf(line: string): readonly string[] {
  return line.startsWith("|")
    ? line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim())
    : [];
}
