import type { Filter, Path } from "./expression.ts";
import { propertyAt } from "./resource.ts";
import type { Operation, Property, Resource, Support } from "./resource.ts";
import { malformedQuery, needsAdvancedQuery, unsupportedFilter } from "../errors.ts";

interface Leaf {
  path: string;
  root: string;
  operation: Operation;
  /** As the message names it. */
  operator: string;
  number?: number;
}

/** Refuses what this resource does not answer; returns the names of the properties the filter speaks of. */
export function checkFilter<Row>(
  filter: Filter,
  resource: Resource<Row>,
  isAdvanced: boolean,
): ReadonlySet<string> {
  const leaves: Leaf[] = [];
  const operators = new Set<string>();
  collect(filter, null, leaves, operators);
  for (const leaf of leaves) checkLeaf(leaf, resource, isAdvanced);
  if (operators.has("not") && !isAdvanced) throw needsAdvancedQuery("not");
  const roots = new Set(leaves.map((leaf) => leaf.root));
  for (const leaf of leaves) {
    const { alone, needs } = propertyAt(resource, leaf.path) ?? {};
    const lacks = needs !== undefined && !leaves.some((other) => other.path === needs);
    if (lacks || (alone && roots.size > 1)) throw unsupportedFilter(leaf.root, resource.name);
  }
  return roots;
}

function collect(filter: Filter, within: string | null, leaves: Leaf[], seen: Set<string>): void {
  switch (filter.kind) {
    case "and":
    case "or":
      collect(filter.left, within, leaves, seen);
      collect(filter.right, within, leaves, seen);
      return;
    case "not":
      seen.add("not");
      collect(filter.inner, within, leaves, seen);
      return;
    case "lambda": {
      const collection = pathText(filter.path, within);
      if (filter.body) collect(filter.body, `${collection}[]`, leaves, seen);
      else leaves.push(leafAt(`${collection}[]`, "eq", "any"));
      return;
    }
    case "compare":
      leaves.push(comparisonLeaf(filter, within));
      return;
    case "in":
      for (const value of filter.values) {
        const operation = value.kind === "null" ? "eq-null" : "eq";
        leaves.push(leafAt(pathText(filter.path, within), operation, "in"));
      }
      return;
    case "text":
      leaves.push(leafAt(pathText(filter.path, within), filter.name, filter.name));
      return;
  }
}

function comparisonLeaf(filter: Filter & { kind: "compare" }, within: string | null): Leaf {
  const { operator, value } = filter;
  const path = pathText(filter.path, within);
  const number = value.kind === "number" ? { number: value.value } : {};
  switch (operator) {
    case "eq":
      return { ...leafAt(path, value.kind === "null" ? "eq-null" : "eq", operator), ...number };
    case "ne":
      return { ...leafAt(path, value.kind === "null" ? "eq-null" : "ne", operator), ...number };
    case "ge":
    case "le":
      return { ...leafAt(path, "ge-le", operator), ...number };
    case "gt":
    case "lt":
      return { ...leafAt(path, "gt-lt", operator), ...number };
  }
}

function leafAt(path: string, operation: Operation, operator: string): Leaf {
  return { path, root: path.split(/[/[]/, 1)[0] ?? path, operation, operator };
}

function pathText(path: Path, within: string | null): string {
  const own = path.segments.filter((segment) => !segment.includes(".")).join("/");
  if (path.variable === null) return own;
  return own === "" ? (within ?? "") : `${within ?? ""}/${own}`;
}

function checkLeaf<Row>(leaf: Leaf, resource: Resource<Row>, isAdvanced: boolean): void {
  const property = propertyAt(resource, leaf.path);
  if (!property) {
    if (isKnown(leaf.root, resource)) throw unsupportedFilter(leaf.root, resource.name);
    throw malformedQuery(
      `Invalid filter clause: Could not find a property named '${leaf.root}' on type '${resource.type}'.`,
    );
  }
  const support = supportOf(property, leaf);
  if (support === undefined) throw unsupportedFilter(leaf.root, resource.name);
  if (support === "plain-only" && isAdvanced) throw unsupportedFilter(leaf.root, resource.name);
  if (support !== "advanced" || isAdvanced) return;
  if (leaf.operator === "ne" || leaf.operator === "endsWith") {
    throw needsAdvancedQuery(leaf.operator);
  }
  throw unsupportedFilter(leaf.root, resource.name);
}

function supportOf<Row>(property: Property<Row>, leaf: Leaf): Support | undefined {
  const { filter = {}, onlyNumbers } = property;
  if (onlyNumbers && !onlyNumbers.includes(leaf.number ?? Number.NaN)) return undefined;
  if (leaf.operator === "ne") {
    const positive = leaf.operation === "eq-null" ? filter["eq-null"] : (filter.ne ?? filter.eq);
    return positive === undefined || positive === "plain-only" ? undefined : "advanced";
  }
  return filter[leaf.operation];
}

function isKnown<Row>(root: string, resource: Resource<Row>): boolean {
  if (resource.known?.has(root)) return true;
  return Object.keys(resource.properties).some((path) => path.split(/[/[]/, 1)[0] === root);
}
