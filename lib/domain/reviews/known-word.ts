/**
 * A word of Graph that this version does not know, or none at all. It stays readable, and nothing is concluded from it.
 */
export type UnknownWord = "Unknown" | `Unknown: ${string}`;

/** The text that Graph gave for a word, known or not; empty where it gave none. */
export function graphText(word: string): string {
  return word === "Unknown" ? "" : word.replace(/^Unknown: /, "");
}

/** The known word that Graph's text is, in any case; else the text, marked as unknown. */
export function knownWord<Word extends string>(
  words: readonly Word[],
  text: string | null | undefined,
): Word | UnknownWord {
  if (text === null || text === undefined || text === "") return "Unknown";
  const lowerCase = text.toLowerCase();
  return words.find((word) => word.toLowerCase() === lowerCase) ?? `Unknown: ${text}`;
}
