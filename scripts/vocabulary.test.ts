import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Words of an earlier vocabulary, each with the trade's word that replaced it. */
const RETIRED: Readonly<Record<string, string>> = {
  door: "services",
  deed: "operation",
  undertaking: "plan",
  ride: "run context",
  spool: "outbox",
  errand: "request context",
  patience: "retry",
  patiently: "with retry",
  breath: "batch",
  lend: "get token",
  lent: "token",
  borrow: "get token",
  surplus: "duplicates",
  rested: "debounced",
  bed: "fixture",
  world: "fixture",
  weather: "conditions or faults",
  storm: "faults",
  stormy: "with faults",
  sky: "fault state",
  witness: "unanswered request",
  visitor: "browser client",
  campaign: "property test",
  halt: "abort",
};

/** In names alone: elsewhere these are plain English. */
const RETIRED_IN_NAMES: Readonly<Record<string, string>> = {
  ...RETIRED,
  lasting: "persisted",
  believed: "reconciled",
  outgrown: "stale",
  foresee: "forecast",
  foreseen: "forecast",
  departure: "removal",
  unmade: "failed creation",
  maker: "creation",
};

/** The same in comments, strings and titles, where an intent is no colour of a notice and to act is plain English. */
const RETIRED_IN_PROSE: Readonly<Record<string, string>> = {
  ...RETIRED,
  intent: "operation",
  intended: "planned",
  settle: "resolve",
  settling: "resolving",
  unsettled: "unresolved",
  whoever: "who it is",
  act: "operation, change or activity",
};

/** Where a retired word has to stay, and why. */
const EXCUSED: readonly (readonly [file: string, word: string, why: string])[] = [
  ["lib/ledger/entry-row.ts", "intended", "the kind under which earlier versions stored it"],
  ["lib/ledger/earlier-entries.ts", "intent", "says what earlier versions recorded"],
  ["lib/ledger/entry-row.ts", "intent", "a member of what earlier versions stored"],
  ["lib/ledger/history-plans.ts", "intent", "a member of what earlier versions stored"],
  ["lib/ledger/testing/earlier-chain.ts", "intent", "writes what earlier versions stored"],
  ["lib/ledger/testing/earlier-chain.ts", "intended", "writes what earlier versions stored"],
  ["lib/ledger/testing/earlier-database.ts", "intent", "names an earlier version"],
  ["lib/domain/resolve-outcome.ts", "act", "a sentence that outcomes in ledgers already hold"],
  ["simulator/authority/codes.ts", "intended", "Entra's own message, word for word"],
];

/** As a whole name only: a variable is named after what it holds. */
const PARTICIPLES = /^#?(asked|wanted|told|kept|given)$/;

/** What a file must hold to be worth parsing: most do not. */
const SUSPECT = new RegExp(Object.keys(RETIRED_IN_NAMES).join("|"), "i");
const SUSPECT_PARTICIPLE = /\b(?:asked|wanted|told|kept|given)(?= *[:=,?)}\]]| of )/;

/** Calls `visit` for every node of a file. */
function walk(file: string, text: string, visit: (node: ts.Node, source: ts.SourceFile) => void) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const visitAll = (node: ts.Node) => {
    visit(node, source);
    ts.forEachChild(node, visitAll);
  };
  visitAll(source);
}

/** The names that a file declares; what it only uses is declared elsewhere. */
function declaredIn(file: string, text: string): string[] {
  const names: string[] = [];
  walk(file, text, (node) => {
    const { name } = node as { name?: ts.Node };
    const isOwn = name !== undefined && !ts.isImportSpecifier(node);
    if (isOwn && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name))) {
      // A property access has a name too, which something else declares.
      if (!ts.isPropertyAccessExpression(node)) names.push(name.text);
    }
  });
  return names;
}

/** The retired words in the names that a file declares and in its own name. */
function retiredIn(file: string, text: string): string[] {
  const own = basename(file).split(".")[0] ?? "";
  const isSuspect = SUSPECT.test(text) || SUSPECT_PARTICIPLE.test(text);
  return [...new Set([own, ...(isSuspect ? declaredIn(file, text) : [])])].flatMap((name) => {
    const words = name
      .split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?=[A-Z][a-z])/)
      .map((word) => word.toLowerCase());
    const found = words.map((word) => word.replace(/(?<=..)(s|ed|ing)$/, ""));
    const names = RETIRED_IN_NAMES;
    const retired = [...words, ...found].find((word) => Object.hasOwn(names, word));
    if (retired !== undefined) return [`"${name}": say ${names[retired]}`];
    return PARTICIPLES.test(name) ? [`"${name}" is no noun`] : [];
  });
}

/** "They act" and "who acts" are plain verbs: an act is retired where something before it shows that it is a noun. */
const ACT =
  "(?<=\\b(?:an?|the|each|every|any|this|that|same|one|no|own|new|such|which|whose) )act(?!ed|ing)";

const PROSE = new RegExp(
  `\\b(${Object.keys(RETIRED_IN_PROSE)
    .join("|")
    .replace(/\bact\b/, ACT)})(?:s|d|ed|ing)?\\b`,
  "gi",
);

/** The retired words in the comments, strings and titles of a file. */
function retiredInProse(file: string, text: string): string[] {
  if (text.search(PROSE) === -1) return [];
  let prose = text;
  walk(file, text, (node, source) => {
    const code = ts.isImportDeclaration(node) ? node.moduleSpecifier : node;
    if (code === node && !ts.isIdentifier(node) && !ts.isPrivateIdentifier(node)) return;
    const [from, to] = [code.getStart(source), code.getEnd()];
    prose = prose.slice(0, from) + "-".repeat(to - from) + prose.slice(to);
  });
  return [...prose.matchAll(PROSE)].map(([, word = ""]) => word.toLowerCase());
}

const FOLDERS = ["lib", "components", "app", "e2e", "simulator", "scripts", "bench"];

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file))
    .map((file) => join(folder, file)),
).filter((file) => file !== join("scripts", "vocabulary.test.ts"));

test("No name in the code has a word that was retired", () => {
  const found = sources.flatMap((file) =>
    retiredIn(file, readFileSync(file, "utf8")).map((fault) => `${file}: ${fault}`),
  );
  expect(sources).toContain(join("lib", "runner", "run-plan.ts"));
  expect(found).toEqual([]);
});

test("No comment, string or title in the code has a word that was retired", () => {
  const faultAt = (file: string, word: string) =>
    `${join(file)}: "${word}": say ${RETIRED_IN_PROSE[word] ?? ""}`;
  const found = sources.flatMap((file) =>
    retiredInProse(file, readFileSync(file, "utf8")).map((word) => faultAt(file, word)),
  );
  const excused = EXCUSED.map(([file, word]) => faultAt(file, word));
  expect(found.filter((fault) => !excused.includes(fault))).toEqual([]);
  expect(
    excused.filter((fault) => !found.includes(fault)),
    "excuses that nothing needs",
  ).toEqual([]);
});

test.each([
  ["a file", "lib/graph/errand.ts", ""],
  ["a class", "lib/a.ts", "export class SmallWorld {}"],
  ["a plural", "lib/a.ts", "const doors = 1;"],
  ["a constant", "lib/a.ts", "const PATIENCE_MILLISECONDS = 1;"],
  ["a private member", "lib/a.ts", "class A { #lend() {} }"],
  ["a binding", "lib/a.test.ts", "const { bed: { world } } = open();"],
  ["a parameter", "lib/a.ts", "(asked: string) => asked"],
])("A retired word is found as %s", (_, file, text) => {
  expect(retiredIn(file, text)).toHaveLength(1);
});

test("Names that only contain the letters, or that others declare, are left alone", () => {
  const text = "const embedded = tenant.weather; const always = embedded.doors; f({ a: always });";
  expect(retiredIn("lib/a.ts", text)).toEqual([]);
});

test.each([
  ["a comment", "/** Sends the deed again. */"],
  ["a plural", "// Its errands are over."],
  ["a string", 'const text = "whoever it was";'],
  ["a title", 'test("A settled operation stays so", () => {});'],
  ["a template", "const text = `${count} intents`;"],
  ["a noun", "/** Undoes the act. */"],
])("A retired word is found in %s", (_, text) => {
  expect(retiredInProse("lib/a.ts", text)).toHaveLength(1);
  expect(retiredInProse("lib/a.ts", `${text}\n${text}`)).toHaveLength(2);
});

test("Text of a page is checked too", () => {
  expect(retiredInProse("app/a.tsx", "const a = <p>The spool is full.</p>;")).toHaveLength(1);
});

test("In prose, names of others, paths, verbs and what only contains the letters are left alone", () => {
  const text = `import "@/simulator/weather/weather";
// Embedded; people who act, and what acts.
const a = await Promise.allSettled([tenant.weather({ intent: 1 })]);`;
  expect(retiredInProse("lib/a.ts", text)).toEqual([]);
});
