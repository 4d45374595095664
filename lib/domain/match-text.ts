const MARKS = /\p{M}/gu;
/** Letters that Unicode decomposition leaves alone, as people type them. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  đ: "d",
  ł: "l",
  æ: "ae",
  œ: "oe",
  ı: "i",
};
const ODD = /[ßøđłæœı]/g;
const PLAIN = /^[\u0020-\u007e]*$/;

/** Text without case and accents, so that "Jose" finds "José" and "MUELLER" does not depend on shift. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(ODD, (letter) => SPELLED[letter] ?? letter);
}

/** The words of a search, folded; none where nothing is searched for. */
export function wordsIn(search: string): readonly string[] {
  return folded(search)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** Whether every word of a search occurs in one of a row's texts, in any order and ignoring accents. */
export function textMatcher(search: string): (...texts: readonly (string | null)[]) => boolean {
  const words = wordsIn(search);
  if (words.length === 0) return () => true;
  return (...texts) => {
    const within = folded(texts.filter((text) => text !== null).join("\n"));
    return words.every((word) => within.includes(word));
  };
}
