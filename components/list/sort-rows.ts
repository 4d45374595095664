import { beginsWithSymbol } from "@/lib/domain/begins-with-symbol";

/** What a row is sorted by; null where that is not known. */
export type SortValue = string | number | null;

/** One for all: making a collator for each comparison is what makes sorting slow. */
const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

function compare(one: string | number, other: string | number): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  const [text, otherText] = [`${one}`, `${other}`];
  return (
    Number(beginsWithSymbol(text)) - Number(beginsWithSymbol(otherText)) ||
    collator.compare(text, otherText)
  );
}

/** The rows by one value of theirs, texts that begin with a symbol after the others. Unknown ones come last in either direction; rows that are alike keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  descending: boolean,
): readonly Row[] {
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort(({ value: one }, { value: other }) => {
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return sign * compare(one, other);
    })
    .map(({ row }) => row);
}
