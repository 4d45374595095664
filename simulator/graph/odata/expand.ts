import { GraphRefusal, malformedQuery } from "../errors.ts";

export interface Expansion {
  name: string;
  /** The text of its own `$select`. */
  select?: string;
}

/** Reads `$expand=sponsors($select=id,displayName),manager` and refuses any name but those given. */
export function parseExpand(text: string, allowed: readonly string[]): Expansion[] {
  return splitOutside(text).map((part) => {
    const found = /^(\w+)(?:\((.*)\))?$/.exec(part.trim());
    const name = found?.[1];
    if (name === undefined) {
      throw malformedQuery(
        `Parsing OData Select and Expand failed: Term '${text}' is not valid in a $select or $expand expression.`,
      );
    }
    if (!allowed.includes(name)) {
      throw new GraphRefusal(
        400,
        "ExpandNotSupported",
        `Expand is not allowed for property '${name}' according to the entity schema.`,
      );
    }
    const options = found?.[2];
    if (options === undefined) return { name };
    return { name, select: selectWithin(options) };
  });
}

function selectWithin(options: string): string {
  const select = /^\$select=([\w,\s]+)$/.exec(options)?.[1];
  if (select === undefined) {
    throw malformedQuery(
      `Parsing OData Select and Expand failed: '${options}' is not supported inside $expand.`,
    );
  }
  return select;
}

function splitOutside(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let begin = 0;
  for (const [index, letter] of text.split("").entries()) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (letter !== "," || depth > 0) continue;
    parts.push(text.slice(begin, index));
    begin = index + 1;
  }
  return [...parts, text.slice(begin)];
}
