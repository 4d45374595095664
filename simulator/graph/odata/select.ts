import { malformedQuery } from "../errors.ts";

/** The names in `$select`, or undefined when there is none; a name this type lacks is refused. */
export function parseSelect(
  text: string | null | undefined,
  type: string,
  isKnown: (name: string) => boolean,
): string[] | undefined {
  if (text === null || text === undefined) return undefined;
  const names = text.split(",").map((name) => name.trim());
  for (const name of names) {
    if (name === "")
      throw malformedQuery(
        `Parsing OData Select and Expand failed: Term '${text}' is not valid in a $select or $expand expression.`,
      );
    if (!isKnown(name)) {
      throw malformedQuery(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type '${type}'.`,
      );
    }
  }
  return [...new Set(names)];
}
