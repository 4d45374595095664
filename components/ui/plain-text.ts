// Controls, bidirectional overrides and isolates, invisible separators and tag characters: a name may carry them to
// look like another name, or to turn the rest of the line around. The joiners U+200C and U+200D stay: Persian and
// several Indic scripts, and emoji, need them.
const hidden =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** Text from outside as one line, without invisible characters and characters that change the direction. */
export function plainText(text: string): string {
  return text
    .replace(/[\t\r\n\u2028\u2029]+/gu, " ")
    .replace(hidden, "")
    .trim();
}
