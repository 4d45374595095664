/** The lines of an exported file as rows by their column's name. */
export function sheetOf([head = [], ...lines]: readonly (readonly string[])[]): Record<
  string,
  string
>[] {
  return lines
    .filter((cells) => cells.some((cell) => cell !== ""))
    .map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ""])));
}
