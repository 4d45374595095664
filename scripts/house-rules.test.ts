import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Not ours, or made by a build. Hidden folders are not looked at either. */
const FOREIGN = new Set([
  "node_modules",
  "public",
  "coverage",
  "test-results",
  "playwright-report",
]);
const isOurs = (name: string) => !name.startsWith(".") && !FOREIGN.has(name);

const files = readdirSync(".", { withFileTypes: true })
  .filter(({ name }) => isOurs(name))
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(entry.name, { recursive: true, encoding: "utf8" })
          .filter((file) => !file.startsWith("generated"))
          .map((file) => join(entry.name, file))
      : [entry.name],
  )
  .filter((file) => /\.(ts|tsx|js|mjs|cjs)$/.test(file));

const VAGUE = /^(utils?|helpers?|commons?|misc|types|managers?|words)$/;

/** What is wrong with a file; its name alone may be enough. */
function faultsOf(file: string, text: string): string[] {
  const names = [basename(file).split(".")[0] ?? "", basename(dirname(file))];
  const vague = names.filter((name) => VAGUE.test(name));
  const isRoute = /^app[\\/]api[\\/].*route\.ts$/.test(file);
  const reachesLedger = isRoute && text.includes('from "@/lib/ledger');
  const switchedOff = [...text.matchAll(/(?:eslint|oxlint)-disable(\S*)(.*)/g)];
  return [
    ...vague.map((name) => `"${name}" does not say what is inside`),
    ...(reachesLedger && !/\bcallerOf\(/.test(text) ? ["uses the ledger without callerOf()"] : []),
    ...switchedOff.flatMap(([comment, where, rest = ""]) =>
      where === "-next-line" && /^ [\w@/, -]*\w -- \S/.test(rest)
        ? []
        : [`"${comment}" must name its rules, give its reason after "--" and be for the next line`],
    ),
  ];
}

test("Files are named for what is inside, routes ask who is calling, and a rule is only switched off with a reason", () => {
  const own = join("scripts", "house-rules.test.ts");
  const faults = files
    .filter((file) => file !== own)
    .flatMap((file) =>
      faultsOf(file, readFileSync(file, "utf8")).map((fault) => `${file}: ${fault}`),
    );
  expect(files).toEqual(expect.arrayContaining(["proxy.ts", join("lib", "ledger", "append.ts")]));
  expect(faults).toEqual([]);
});

test.each([
  ["a vague file", "lib/graph/utils.ts", ""],
  ["a file of words", "components/plan/words.ts", ""],
  ["a vague folder", "lib/helpers/read-graph.ts", ""],
  [
    "a route without a caller",
    "app/api/x/route.ts",
    'import { append } from "@/lib/ledger/append";',
  ],
  ["a rule switched off without a reason", "lib/a.ts", "// eslint-disable-next-line no-var"],
  ["every rule switched off", "lib/a.ts", "// oxlint-disable-next-line -- because"],
  ["a rule switched off for a whole file", "lib/a.ts", "/* eslint-disable no-var -- because */"],
])("%s is found", (_, file, text) => {
  expect(faultsOf(file, text)).toHaveLength(1);
});

test("What keeps to the rules is left alone", () => {
  const route = 'import { append } from "@/lib/ledger/append";\nawait callerOf(request);';
  expect(faultsOf("app/api/x/route.ts", route)).toEqual([]);
  const reason = "// eslint-disable-next-line react-hooks/exhaustive-deps, no-var -- a reason";
  expect(faultsOf("lib/a.ts", reason)).toEqual([]);
});

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
  weather: "faults",
  storm: "faults",
};

/** As a whole name only, and not in tests: a variable is called after what it holds. */
const PARTICIPLES = /^#?(asked|wanted|told|kept)$/;

/** What a file must hold to be worth parsing: most do not. */
const SUSPECT = new RegExp(
  Object.keys(RETIRED)
    .flatMap((word) => [
      `(?<![A-Za-z])${word}`,
      `${word[0]?.toUpperCase() ?? ""}${word.slice(1)}`,
      `(?<![A-Z])${word.toUpperCase()}`,
    ])
    .concat("(?<=[#\\s({[])(?:asked|wanted|told|kept)(?= *[:=,?)}\\]])")
    .join("|"),
);

/** The names that a file declares; what it only uses is declared elsewhere. */
function declaredIn(file: string, text: string): string[] {
  const names: string[] = [];
  if (!SUSPECT.test(text)) return names;
  const visit = (node: ts.Node) => {
    const { name } = node as { name?: ts.Node };
    const isOwn = name !== undefined && !ts.isImportSpecifier(node);
    if (isOwn && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name))) {
      // A property access has a name too, which something else declares.
      if (!ts.isPropertyAccessExpression(node)) names.push(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return names;
}

/** The retired words in the names that a file declares and in its own name. */
function retiredIn(file: string, text: string): string[] {
  const own = basename(file).split(".")[0] ?? "";
  return [...new Set([own, ...declaredIn(file, text)])].flatMap((name) => {
    const words = name
      .split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?=[A-Z][a-z])/)
      .map((word) => word.toLowerCase());
    const found = words.map((word) => word.replace(/(?<=..)(s|ed|ing)$/, ""));
    const retired = [...words, ...found].find((word) => Object.hasOwn(RETIRED, word));
    if (retired !== undefined) return [`"${name}": say ${RETIRED[retired]}`];
    const isTest = /\.test\.tsx?$|[\\/]testing[\\/]/.test(file);
    return !isTest && PARTICIPLES.test(name) ? [`"${name}" is no noun`] : [];
  });
}

const inLib = files.filter((file) => file.startsWith("lib"));

test("No name in lib has a word that was retired", () => {
  const found = inLib.flatMap((file) =>
    retiredIn(file, readFileSync(file, "utf8")).map((fault) => `${file}: ${fault}`),
  );
  expect(inLib).toContain(join("lib", "runner", "run-plan.ts"));
  expect(found).toEqual([]);
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
