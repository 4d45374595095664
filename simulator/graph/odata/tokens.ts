import { malformedQuery } from "../errors.ts";

export type Token =
  | { kind: "word"; text: string; at: number }
  | { kind: "string"; value: string; at: number }
  | { kind: "number"; value: number; at: number }
  | { kind: "date"; value: string; at: number }
  | { kind: "guid"; value: string; at: number }
  | { kind: "mark"; text: "(" | ")" | "," | "/" | ":"; at: number }
  | { kind: "end"; at: number };

const date = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,12})?)?(Z|[+-]\d\d:\d\d))?(?![\w.:-])/i;
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/i;
const number = /^-?\d+(\.\d+)?(?![\w.])/;
const word = /^[$A-Za-z_][\w.]*/;
const marks = ["(", ")", ",", "/", ":"] as const;

/** Cuts a filter into its words: https://docs.oasis-open.org/odata/odata/v4.01/os/abnf/ */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === " " || text[at] === "\t") {
      at += 1;
      continue;
    }
    const [token, length] = next(text, at);
    tokens.push(token);
    at += length;
  }
  return [...tokens, { kind: "end", at }];
}

function next(text: string, at: number): [Token, number] {
  const rest = text.slice(at);
  const mark = marks.find((candidate) => rest.startsWith(candidate));
  if (mark) return [{ kind: "mark", text: mark, at }, 1];
  if (rest.startsWith("'")) return quoted(text, at);
  const found = (pattern: RegExp) => pattern.exec(rest)?.[0];
  const id = found(guid);
  if (id !== undefined) return [{ kind: "guid", value: id.toLowerCase(), at }, id.length];
  const instant = found(date);
  if (instant !== undefined) return [{ kind: "date", value: inUtc(instant), at }, instant.length];
  const digits = found(number);
  if (digits !== undefined) return [{ kind: "number", value: Number(digits), at }, digits.length];
  const name = found(word);
  if (name !== undefined) return [{ kind: "word", text: name, at }, name.length];
  throw malformedQuery(`Invalid filter clause: Syntax error at position ${at} in '${text}'.`);
}

/** A string in single quotes; a quote inside it is written twice. */
function quoted(text: string, at: number): [Token, number] {
  let value = "";
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] !== "'") value += text[index] ?? "";
    else if (text[index + 1] === "'") {
      value += "'";
      index += 1;
    } else return [{ kind: "string", value, at }, index + 1 - at];
  }
  throw malformedQuery(
    `Invalid filter clause: There is an unterminated string literal at position ${at} in '${text}'.`,
  );
}

function inUtc(text: string): string {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw malformedQuery(`Invalid filter clause: '${text}' is not a date.`);
  return new Date(at).toISOString();
}
