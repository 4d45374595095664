import { counted, numberText } from "./number-text";

/** "3 name records and 1 text", or one of them: what an erasing takes away. */
export function cardsAndTexts({
  cards,
  texts,
}: {
  readonly cards: number;
  readonly texts: number;
}): string {
  return list.format(partsOf({ cards, texts }));
}

const list = new Intl.ListFormat("en-GB");

function partsOf({ cards, texts }: { readonly cards: number; readonly texts: number }): string[] {
  return [
    ...(cards === 0 ? [] : [counted(cards, "name record", "name records")]),
    ...(texts === 0 ? [] : [counted(texts, "text", "texts")]),
  ];
}

/** "10 entries, 2 name records and 1 text are consistent." */
export function consistentSentence({
  length,
  ...parts
}: {
  readonly length: number;
  readonly cards: number;
  readonly texts: number;
}): string {
  const all = [counted(length, "entry", "entries"), ...partsOf(parts)];
  return `${list.format(all)} ${length === 1 && all.length === 1 ? "is" : "are"} consistent.`;
}

/** What the checkpoints prove about a history, or that there are none. */
export function signedSentence({
  length,
  signedLength,
}: {
  readonly length: number;
  readonly signedLength: number;
}): string {
  if (signedLength === 0) {
    return "No checkpoint covers them, so nobody can tell whether the last entries were cut off or everything was rewritten.";
  }
  const rest = length - signedLength;
  return rest === 0
    ? "A checkpoint covers all of them."
    : `A checkpoint covers the first ${numberText(signedLength)}; the last ${numberText(rest)} could be cut off without a trace.`;
}

/** How many name records and texts are gone, and how many of those without an entry about it. */
export function erasedSentence({
  erased,
  erasedUnrecorded,
}: {
  readonly erased: number;
  readonly erasedUnrecorded: number;
}): string {
  const gone = `${counted(erased, "name record or text was", "name records and texts were")} erased.`;
  return erasedUnrecorded === 0
    ? gone
    : `${gone} ${counted(erasedUnrecorded, "of them has", "of them have")} no entry of an erasure.`;
}
