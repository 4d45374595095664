// Every check there is, in the order in which a failure is cheapest. At the end the counts of every suite, where the
// time went, and whether each suite kept to its budget.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { begin } from "./processes.mjs";
import { fixedWorkMilliseconds } from "./processor-time.mjs";
import {
  browserCounts,
  browserTests,
  contractCounts,
  summary,
  vitestCounts,
} from "./test-summary.mjs";

/**
 * Processor seconds that a step may take where the fixed work takes `REFERENCE_MILLISECONDS`: half as much again as it
 * took there. Not wall time: a busy machine makes a suite late, only more work makes it expensive. A slow machine is
 * allowed more, a fast one less, in the ratio of the fixed work in the same run.
 */
const BUDGETS = {
  verify: 280,
  // They wait for pages in real time and look again and again: beside others the same tests took half as much again.
  components: 450,
  simulator: 80,
  property: 120,
  ledger: 250,
  embedded: 35,
  build: 200,
  browser: 1_400,
};
const REFERENCE_MILLISECONDS = 60;
/** Not everything gets faster with the processor, and a budget that grows without an end refuses nothing. */
const [LEAST_SLOWNESS, MOST_SLOWNESS] = [0.5, 4];

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
    ["property", vitest("property")],
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
let fixedWork = 0;
for (const line of STEPS) {
  fixedWork = Math.max(fixedWork, fixedWorkMilliseconds());
  if (line.some(([name]) => name === "browser") && !isBuilt()) break;
  steps.push(...(await Promise.all(line.map(take))));
}

/** There is something to open in a browser. */
function isBuilt() {
  return steps.some(({ name, code }) => name === "build" && code === 0);
}

fixedWork = Math.max(fixedWork, fixedWorkMilliseconds());
const slowness = fixedWork / REFERENCE_MILLISECONDS;
const allowed = Math.min(MOST_SLOWNESS, Math.max(LEAST_SLOWNESS, slowness));
const budgets = Object.fromEntries(
  Object.entries(BUDGETS).map(([name, seconds]) => [name, Math.round(seconds * allowed)]),
);

const tests = browserTests(report("e2e"));
const { lines, failed } = summary({
  counts: {
    unit: vitestCounts(report("unit")),
    components: vitestCounts(report("components")),
    property: vitestCounts(report("property")),
    simulator: vitestCounts(report("simulator")),
    ledger: vitestCounts(report("ledger")),
    embedded: vitestCounts(report("embedded")),
    browser: browserCounts(tests),
    contract: contractCounts(report("contract")),
  },
  steps,
  budgets,
  tests,
});
console.log(`\n${lines.join("\n")}`);
console.log(
  `fixed work: ${fixedWork.toFixed(0)} ms, ${slowness.toFixed(2)} times the reference of the budgets`,
);
process.exit(failed === 0 ? 0 : 1);
