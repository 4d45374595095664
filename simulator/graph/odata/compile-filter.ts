import type { Comparator, Filter, Literal, Path, TextFunction } from "./expression.ts";
import { propertyAt } from "./resource.ts";
import type { Property, Resource } from "./resource.ts";

/** The items that the variables of the lambdas around a place stand for. */
interface Bound {
  variable: string;
  item: unknown;
  outer: Bound | null;
}

type Read = (row: unknown, bound: Bound | null) => unknown;
type Test = (row: unknown, bound: Bound | null) => boolean;

/** Turns a checked filter into a test of one row. Text is compared without regard to case, as the directory does. */
export function compileFilter<Row>(filter: Filter, resource: Resource<Row>): (row: Row) => boolean {
  const test = compile(filter, (path) => readerOf(path, resource));
  return (row) => test(row, null);
}

function readerOf<Row>(path: Path, resource: Resource<Row>): Read {
  if (path.variable !== null) return along(itemNamed(path.variable), path.segments);
  const own = path.segments.filter((segment) => !segment.includes("."));
  const property = propertyAt(resource, own.join("/"));
  if (property) return property.read as Read;
  const [first = "", ...rest] = own;
  const base = propertyAt(resource, first) ?? itemOf(first, resource);
  return base ? along(base.read as Read, rest) : along((row) => row, own);
}

function itemNamed(variable: string): Read {
  return (_, innermost) => {
    let bound = innermost;
    while (bound && bound.variable !== variable) bound = bound.outer;
    return bound?.item;
  };
}

function itemOf<Row>(name: string, resource: Resource<Row>): Property<Row> | undefined {
  const path = Object.keys(resource.properties).find((key) => key.startsWith(`${name}[]`));
  return path === undefined ? undefined : resource.properties[path];
}

function compile(filter: Filter, reader: (path: Path) => Read): Test {
  switch (filter.kind) {
    case "and": {
      const [left, right] = [compile(filter.left, reader), compile(filter.right, reader)];
      return (row, bound) => left(row, bound) && right(row, bound);
    }
    case "or": {
      const [left, right] = [compile(filter.left, reader), compile(filter.right, reader)];
      return (row, bound) => left(row, bound) || right(row, bound);
    }
    case "not": {
      const inner = compile(filter.inner, reader);
      return (row, bound) => !inner(row, bound);
    }
    case "compare":
      return comparison(reader(filter.path), filter.operator, filter.value);
    case "in": {
      const tests = filter.values.map((value) => comparison(reader(filter.path), "eq", value));
      return (row, bound) => tests.some((test) => test(row, bound));
    }
    case "text":
      return textTest(reader(filter.path), filter.name, filter.value.toLowerCase());
    case "lambda":
      return quantified(filter, reader);
  }
}

function quantified(filter: Filter & { kind: "lambda" }, reader: (path: Path) => Read): Test {
  const read = reader(filter.path);
  const items: (...place: Parameters<Read>) => unknown[] = (row, bound) => {
    const value = read(row, bound);
    return Array.isArray(value) ? value : [];
  };
  const { body, variable, quantifier } = filter;
  if (!body) return (row, bound) => items(row, bound).length > 0;
  const test = compile(body, reader);
  return (row, outer) => {
    const holds = (item: unknown) => test(row, { variable, item, outer });
    return quantifier === "any" ? items(row, outer).some(holds) : items(row, outer).every(holds);
  };
}

/** Follows property names into an object; a name with a dot is a cast and lets only its own type pass. */
function along(start: Read, segments: readonly string[]): Read {
  return segments.reduce<Read>((read, segment) => {
    if (segment === "$count") {
      return (row, bound) => {
        const value = read(row, bound);
        return Array.isArray(value) ? value.length : 0;
      };
    }
    return (row, bound) => {
      const value = read(row, bound);
      if (typeof value !== "object" || value === null) return null;
      const fields = value as Record<string, unknown>;
      if (segment.includes(".")) return fields["@odata.type"] === `#${segment}` ? value : null;
      return fields[segment] ?? null;
    };
  }, start);
}

function comparison(read: Read, operator: Comparator, literal: Literal): Test {
  if (literal.kind === "null") {
    const expected = operator === "eq";
    return (row, bound) => ((read(row, bound) ?? null) === null) === expected;
  }
  const holds =
    literal.kind === "date" ? atInstant(operator, literal.value) : against(operator, literal.value);
  return (row, bound) => {
    const value = read(row, bound) ?? null;
    return value === null ? operator === "ne" : holds(value);
  };
}

type Comparable = string | number | boolean;

const order: Readonly<Record<Comparator, (a: Comparable, b: Comparable) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
};

function against(operator: Comparator, limit: Comparable): (value: unknown) => boolean {
  const holds = order[operator];
  if (typeof limit !== "string") return (value) => holds(value as Comparable, limit);
  const folded = limit.toLowerCase();
  return (value) => typeof value === "string" && holds(value.toLowerCase(), folded);
}

/**
 * Instants are compared to the second, as text and without cutting it, for this runs over every row:
 * whatever follows the seconds of a row sorts before `~`.
 */
function atInstant(operator: Comparator, limit: string): (value: unknown) => boolean {
  const second = limit.slice(0, 19);
  const after = `${second}~`;
  const holds: Readonly<Record<Comparator, (value: string) => boolean>> = {
    eq: (value) => value.startsWith(second),
    ne: (value) => !value.startsWith(second),
    gt: (value) => value > after,
    ge: (value) => value >= second,
    lt: (value) => value < second,
    le: (value) => value < after,
  };
  const test = holds[operator];
  return (value) => typeof value === "string" && test(value);
}

function textTest(read: Read, name: TextFunction, part: string): Test {
  const holds = {
    startsWith: (value: string) => value.startsWith(part),
    endsWith: (value: string) => value.endsWith(part),
    contains: (value: string) => value.includes(part),
  }[name];
  return (row, bound) => {
    const value = read(row, bound);
    return typeof value === "string" && holds(value.toLowerCase());
  };
}
