import type { Comparator, Filter, Literal, Path, TextFunction } from "./expression.ts";
import type { Property, Resource } from "./resource.ts";

type Read = (row: unknown) => unknown;
type Test = (row: unknown) => boolean;

/** Turns a checked filter into a test of one row. Text is compared without regard to case, as the directory does. */
export function compileFilter<Row>(filter: Filter, resource: Resource<Row>): (row: Row) => boolean {
  const reader = (path: Path): Read => {
    const own = path.segments.filter((segment) => !segment.includes("."));
    const property = resource.properties[own.join("/")];
    if (property) return property.read as Read;
    const [first = "", ...rest] = own;
    const base = resource.properties[first] ?? itemOf(first, resource);
    return base ? along(base.read as Read, rest) : along((row) => row, own);
  };
  return compile(filter, reader);
}

function itemOf<Row>(name: string, resource: Resource<Row>): Property<Row> | undefined {
  const path = Object.keys(resource.properties).find((key) => key.startsWith(`${name}[]`));
  return path === undefined ? undefined : resource.properties[path];
}

function compile(filter: Filter, reader: (path: Path) => Read): Test {
  switch (filter.kind) {
    case "and": {
      const [left, right] = [compile(filter.left, reader), compile(filter.right, reader)];
      return (row) => left(row) && right(row);
    }
    case "or": {
      const [left, right] = [compile(filter.left, reader), compile(filter.right, reader)];
      return (row) => left(row) || right(row);
    }
    case "not": {
      const inner = compile(filter.inner, reader);
      return (row) => !inner(row);
    }
    case "compare":
      return comparison(reader(filter.path), filter.operator, filter.value);
    case "in": {
      const tests = filter.values.map((value) => comparison(reader(filter.path), "eq", value));
      return (row) => tests.some((test) => test(row));
    }
    case "text":
      return textTest(reader(filter.path), filter.name, filter.value.toLowerCase());
    case "lambda":
      return quantified(filter, reader);
  }
}

function quantified(filter: Filter & { kind: "lambda" }, reader: (path: Path) => Read): Test {
  const read = reader(filter.path);
  const items = (row: unknown): unknown[] => {
    const value = read(row);
    return Array.isArray(value) ? value : [];
  };
  const { body, variable } = filter;
  if (!body) return (row) => items(row).length > 0;
  const inItem = (path: Path): Read =>
    path.variable === variable ? along((item) => item, path.segments) : reader(path);
  const test = compile(body, inItem);
  return filter.quantifier === "any"
    ? (row) => items(row).some(test)
    : (row) => items(row).every(test);
}

/** Follows property names into an object; a name with a dot is a cast and lets only its own type pass. */
function along(start: Read, segments: readonly string[]): Read {
  return segments.reduce<Read>((read, segment) => {
    if (segment === "$count") {
      return (row) => {
        const value = read(row);
        return Array.isArray(value) ? value.length : 0;
      };
    }
    return (row) => {
      const value = read(row);
      if (typeof value !== "object" || value === null) return null;
      const fields = value as Record<string, unknown>;
      if (segment.includes(".")) return fields["@odata.type"] === `#${segment}` ? value : null;
      return fields[segment] ?? null;
    };
  }, start);
}

function comparison(read: Read, operator: Comparator, literal: Literal): Test {
  if (literal.kind === "null") {
    const wanted = operator === "eq";
    return (row) => ((read(row) ?? null) === null) === wanted;
  }
  const limit = literal.kind === "date" ? instant(literal.value) : plain(literal.value);
  const shape = literal.kind === "date" ? instant : plain;
  const holds = order[operator];
  return (row) => {
    const value = read(row) ?? null;
    if (value === null) return operator === "ne";
    return holds(shape(value as string | number | boolean), limit);
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

function plain(value: Comparable): Comparable {
  return typeof value === "string" ? value.toLowerCase() : value;
}

/** Instants are kept and compared to the second: "2026-01-31T08:00:00". */
function instant(value: Comparable): Comparable {
  return typeof value === "string" ? value.slice(0, 19) : value;
}

function textTest(read: Read, name: TextFunction, part: string): Test {
  const holds = {
    startsWith: (value: string) => value.startsWith(part),
    endsWith: (value: string) => value.endsWith(part),
    contains: (value: string) => value.includes(part),
  }[name];
  return (row) => {
    const value = read(row);
    return typeof value === "string" && holds(value.toLowerCase());
  };
}
