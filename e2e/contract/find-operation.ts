import type { OpenApi, Operation, PathItem } from "./openapi.ts";

export interface Found {
  operation: Operation;
  item: PathItem;
  answers: Operation["responses"];
  /** What the description calls the path. */
  template: string;
  /** A cast that the path ends in and the description does not spell out, such as `microsoft.graph.group`. */
  cast?: string;
}

/** The operation that a path and method call, if the description has it. */
export function findOperation(api: OpenApi, method: string, path: string): Found | undefined {
  const found = find(api, method, path);
  return found && { ...found, answers: collectionOfDelta(api, found) };
}

type Match = Omit<Found, "answers">;

/**
 * Descriptions declare every delta to be of the abstract directory object, while its items are those of the collection
 * that it is the delta of: https://learn.microsoft.com/graph/delta-query-overview
 */
function collectionOfDelta(api: OpenApi, { template, operation }: Match): Operation["responses"] {
  if (!template.endsWith("/delta()")) return operation.responses;
  return (api.paths[template.slice(0, -"/delta()".length)]?.get ?? operation).responses;
}

function find(api: OpenApi, method: string, path: string): Match | undefined {
  const plain = path.replace(/^\/v1\.0(?=\/)/, "").replace(/(.)\/$/, "$1");
  const asMyself = plain.startsWith("/me/") ? plain.replace("/me/", "/users/me/") : undefined;
  return (
    exactly(api, method, plain) ??
    withoutCast(api, method, plain) ??
    (asMyself === undefined
      ? undefined
      : (exactly(api, method, asMyself) ?? withoutCast(api, method, asMyself)))
  );
}

function exactly(api: OpenApi, method: string, path: string): Match | undefined {
  const words = path.split("/");
  const fitting = templatesOf(api, words.length)
    .filter((template) => fits(template.words, words))
    .sort((one, other) => variables(one) - variables(other));
  for (const { template } of fitting) {
    const item = api.paths[template];
    const operation = item?.[method.toLowerCase()];
    if (item && operation) return { operation, item, template };
  }
  return undefined;
}

/** Descriptions spell out few of the casts that OData allows: such a path is judged as what it casts. */
function withoutCast(api: OpenApi, method: string, path: string): Match | undefined {
  const found = /^(.+)\/(microsoft\.graph\.\w+)$/.exec(path);
  const [, base, cast] = found ?? [];
  if (base === undefined || cast === undefined) return undefined;
  const words = base.split("/");
  const sibling = templatesOf(api, words.length + 1).find(
    (each) => isCast(each.words.at(-1) ?? "") && fits(each.words.slice(0, -1), words),
  );
  const uncast = exactly(api, method, base) ?? (sibling && exactly(api, method, sibling.template));
  return uncast ? { ...uncast, cast } : undefined;
}

function isCast(word: string): boolean {
  return /^(microsoft\.)?graph\.\w+$/.test(word);
}

function fits(template: readonly string[], words: readonly string[]): boolean {
  return (
    template.length === words.length &&
    template.every((expected, index) => wordFits(expected, words[index] ?? ""))
  );
}

function wordFits(expected: string, word: string): boolean {
  if (expected.startsWith("{")) return word !== "" && !isCast(word) && !word.startsWith("$");
  // Functions may be called without their empty brackets, and the published description shortens casts.
  const same = (text: string) => text.replace(/\(\)$/, "").replace(/^microsoft\.(?=graph\.)/, "");
  if (same(expected) === same(word)) return true;
  const call = /^(\w+)\((.+)\)$/.exec(expected);
  return call !== null && word.startsWith(`${call[1] ?? ""}(`) && word.endsWith(")");
}

/** Words that anything fits; a function's own arguments are none. */
function variables({ words }: Template): number {
  return words.filter((word) => word.startsWith("{")).length;
}

interface Template {
  readonly template: string;
  readonly words: readonly string[];
}

const templates = new WeakMap<OpenApi, ReadonlyMap<number, readonly Template[]>>();

/** The description's paths with this number of segments. Sorted once, since a suite asks thousands of times. */
function templatesOf(api: OpenApi, length: number): readonly Template[] {
  const sorted = templates.get(api) ?? byLength(Object.keys(api.paths));
  templates.set(api, sorted);
  return sorted.get(length) ?? [];
}

function byLength(paths: readonly string[]): ReadonlyMap<number, readonly Template[]> {
  const sorted = new Map<number, Template[]>();
  for (const template of paths) {
    const words = template.split("/");
    const same = sorted.get(words.length) ?? [];
    same.push({ template, words });
    sorted.set(words.length, same);
  }
  return sorted;
}
