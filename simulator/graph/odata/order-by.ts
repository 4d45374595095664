import { propertyAt } from "./resource.ts";
import type { Resource } from "./resource.ts";
import { malformedQuery, unsupportedQuery } from "../errors.ts";

interface Order {
  property: string;
  descending: boolean;
}

/** Reads `$orderby=displayName desc` and refuses what this resource does not sort by. */
export function parseOrderBy<Row>(
  text: string,
  resource: Resource<Row>,
  isAdvanced: boolean,
): Order[] {
  return text.split(",").map((part) => {
    const [property = "", direction = "asc", ...rest] = part.trim().split(/\s+/);
    if (rest.length > 0 || !["asc", "desc"].includes(direction)) {
      throw malformedQuery(`Invalid orderby clause: Syntax error in '${text}'.`);
    }
    const support = propertyAt(resource, property)?.orderBy;
    if (support === undefined || (support === "advanced" && !isAdvanced)) {
      throw unsupportedQuery("Sorting not supported for current query.");
    }
    return { property, descending: direction === "desc" };
  });
}

/** The rows in that order, a new array; rows without a value come first, as they are the least. */
export function sorted<Row>(
  rows: readonly Row[],
  orders: readonly Order[],
  resource: Resource<Row>,
): Row[] {
  const columns = orders.map(({ property, descending }) => {
    const read = propertyAt(resource, property)?.read;
    return { keys: rows.map((row) => sortKey(read?.(row))), sign: descending ? -1 : 1 };
  });
  const places = Uint32Array.from(rows.keys());
  places.sort((a, b) => {
    for (const { keys, sign } of columns) {
      const [left = "", right = ""] = [keys[a], keys[b]];
      if (left !== right) return left < right ? -sign : sign;
    }
    return a - b;
  });
  return Array.from(places, (place) => rows[place]).filter((row) => row !== undefined);
}

function sortKey(value: unknown): string {
  return typeof value === "string" ? value.toLowerCase() : "";
}
