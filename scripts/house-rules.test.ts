import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
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

/** The product without its tests: those write permissions out, so that a wrong constant is noticed. */
const PRODUCT = /^(?:lib|components|app)[\\/](?!.*(?:\.test\.|[\\/]testing[\\/]))/;
const PERMISSIONS = join("lib", "domain", "graph-scopes.ts");
/** A permission of Graph; those of Guestlist's own API begin with its own word. */
const PERMISSION = /\b(?!Governance\.)[A-Z]\w+\.(?:Read|ReadWrite|[A-Z]\w+\.(?:All|Directory))\b/g;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g;

/** What is wrong with a file; its name alone may be enough. */
function faultsOf(file: string, text: string): string[] {
  const names = [basename(file).split(".")[0] ?? "", basename(dirname(file))];
  const vague = names.filter((name) => VAGUE.test(name));
  const isRoute = /^app[\\/]api[\\/].*route\.ts$/.test(file);
  // A load balancer signs nobody in; whether the database answers is no part of the ledger.
  const isHealth = /^app[\\/]api[\\/]health[\\/]/.test(file);
  const reachesLedger = isRoute && !isHealth && text.includes('from "@/lib/ledger');
  const switchedOff = [...text.matchAll(/(?:eslint|oxlint)-disable(\S*)(.*)/g)];
  // It is read once, and what a page has not written into its address yet fails by chance.
  const readsAddressOnce =
    /^e2e[\\/]/.test(file) && /expect\([^\n]*(?:\.url\(\)|location\.)/.test(text);
  const isOfProduct = PRODUCT.test(file) && file !== PERMISSIONS;
  const permissions = isOfProduct ? (text.replace(COMMENT, "").match(PERMISSION) ?? []) : [];
  return [
    ...permissions.map((name) => `"${name}" has a constant in ${PERMISSIONS}`),
    ...(readsAddressOnce ? ["waits for no address: expect(page).toHaveURL(…) does"] : []),
    ...vague.map((name) => `"${name}" does not say what is inside`),
    ...(reachesLedger && !/\bcallerOf\(/.test(text) ? ["uses the ledger without callerOf()"] : []),
    ...switchedOff.flatMap(([comment, where, rest = ""]) =>
      where === "-next-line" && /^ [\w@/, -]*\w -- \S/.test(rest)
        ? []
        : [`"${comment}" must name its rules, give its reason after "--" and be for the next line`],
    ),
  ];
}

test("Files are named for what is inside, permissions are named once, routes ask who is calling, and a rule is only switched off with a reason", () => {
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
    "an address that is read once",
    "e2e/pages/some.spec.ts",
    'expect(new URL(page.url()).search).toBe("");',
  ],
  [
    "a route without a caller",
    "app/api/x/route.ts",
    'import { append } from "@/lib/ledger/append";',
  ],
  ["a permission of Graph", "lib/a.ts", 'const SCOPES = ["AccessReview.ReadWrite.All"];'],
  ["a permission without a resource", "components/a.tsx", 'const SCOPES = ["User.Read"];'],
  ["a rule switched off without a reason", "lib/a.ts", "// eslint-disable-next-line no-var"],
  ["every rule switched off", "lib/a.ts", "// oxlint-disable-next-line -- because"],
  ["a rule switched off for a whole file", "lib/a.ts", "/* eslint-disable no-var -- because */"],
])("%s is found", (_, file, text) => {
  expect(faultsOf(file, text)).toHaveLength(1);
});

test("What keeps to the rules is left alone", () => {
  const route = 'import { append } from "@/lib/ledger/append";\nawait callerOf(request);';
  expect(faultsOf("app/api/x/route.ts", route)).toEqual([]);
  const permission = 'const SCOPES = ["User.Read.All"];';
  for (const file of ["lib/domain/graph-scopes.ts", "lib/a.test.ts", "simulator/a.ts"]) {
    expect(faultsOf(file, permission)).toEqual([]);
  }
  expect(faultsOf("lib/a.ts", '/** Needs User.Read.All. */\nf("Governance.Reader");')).toEqual([]);
  const reason = "// eslint-disable-next-line react-hooks/exhaustive-deps, no-var -- a reason";
  expect(faultsOf("lib/a.ts", reason)).toEqual([]);
});
