// Every check there is, in the order in which a failure is cheapest. At the end the counts of every suite, where the
// time went, and whether each suite kept to its budget.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { begin } from "./processes.mjs";
import {
  browserCounts,
  browserTests,
  contractCounts,
  summary,
  vitestCounts,
} from "./test-summary.mjs";

/**
 * Processor seconds that a step may take: half as much again as it took on the slowest machine that was measured, which
 * needs more than twice what a fast one does. Not wall time: a busy machine makes a suite late, only more work makes it
 * expensive.
 */
const BUDGETS = {
  verify: 220,
  components: 270,
  simulator: 80,
  campaigns: 120,
  ledger: 110,
  embedded: 30,
  build: 190,
  browser: 1_150,
};

const vitest = (project) => [
  "node_modules/vitest/vitest.mjs",
  ...["run", "--project", project, "--reporter=default", "--reporter=json"],
  `--outputFile.json=test-results/${project}.json`,
];

/** One after the other, those of a line side by side: the build keeps one core busy for most of its time. */
const STEPS = [
  [["verify", ["scripts/verify.mjs"]]],
  [["components", vitest("components")]],
  [
    ["simulator", vitest("simulator")],
    ["build", ["scripts/fresh-build.mjs"]],
    ["campaigns", vitest("campaigns")],
  ],
  [
    ["ledger", ["scripts/with-postgres.mjs", process.execPath, ...vitest("ledger")]],
    ["embedded", vitest("embedded")],
  ],
  [["browser", ["scripts/e2e.mjs"]]],
];

const report = (name) => {
  const file = `test-results/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
};

rmSync("test-results", { recursive: true, force: true });
mkdirSync("test-results");

async function take([name, args]) {
  const began = Date.now();
  const { code, processorSeconds } = await begin(process.execPath, args).ended;
  if (code !== 0) console.error(`✗ ${name} failed`);
  return { name, code, seconds: (Date.now() - began) / 1_000, processorSeconds };
}

const steps = [];
for (const line of STEPS) {
  if (line.some(([name]) => name === "browser") && !isBuilt()) break;
  steps.push(...(await Promise.all(line.map(take))));
}

/** There is something to open in a browser. */
function isBuilt() {
  return steps.some(({ name, code }) => name === "build" && code === 0);
}

const tests = browserTests(report("e2e"));
const { lines, failed } = summary({
  counts: {
    unit: vitestCounts(report("unit")),
    components: vitestCounts(report("components")),
    campaigns: vitestCounts(report("campaigns")),
    simulator: vitestCounts(report("simulator")),
    ledger: vitestCounts(report("ledger")),
    embedded: vitestCounts(report("embedded")),
    browser: browserCounts(tests),
    contract: contractCounts(report("contract")),
  },
  steps,
  budgets: BUDGETS,
  tests,
});
console.log(`\n${lines.join("\n")}`);
process.exit(failed === 0 ? 0 : 1);
