const IN_ASCII = 0x80;
const LETTER_OR_DIGIT = /^\p{Cf}*[\p{L}\p{N}]/u;

/** Whether a text begins with something else than a letter or a digit; lists show such names after the others. */
export function beginsWithSymbol(text: string): boolean {
  const code = text.charCodeAt(0);
  // Nearly all names begin in ASCII, and half a million of them are looked at.
  if (code < IN_ASCII) return !isAsciiLetterOrDigit(code);
  return !LETTER_OR_DIGIT.test(text);
}

function isAsciiLetterOrDigit(code: number): boolean {
  const capital = code & ~0x20;
  return (code >= 0x30 && code <= 0x39) || (capital >= 0x41 && capital <= 0x5a);
}
