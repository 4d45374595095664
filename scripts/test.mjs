// Every check there is, in the order in which a failure is cheapest, and the counts of every suite at the end.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { freshBuild } from "./fresh-build.mjs";
import { run } from "./processes.mjs";

rmSync("test-results", { recursive: true, force: true });
mkdirSync("test-results");

const vitest = (project) => [
  "node_modules/.bin/vitest",
  "run",
  "--project",
  project,
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=test-results/${project}.json`,
];

const STEPS = [
  ["verify", () => run(process.execPath, ["scripts/verify.mjs"])],
  ["simulator", () => run(process.execPath, vitest("simulator"))],
  [
    "ledger",
    () =>
      run(process.execPath, ["scripts/with-postgres.mjs", process.execPath, ...vitest("ledger")]),
  ],
  ["build", async () => (await freshBuild(), 0)],
  ["e2e", () => run(process.execPath, ["scripts/e2e.mjs"])],
];

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

function vitestCounts(project) {
  const report = read(`test-results/${project}.json`);
  if (!report) return null;
  const skipped = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => status !== "passed" && status !== "failed")
    .map(({ fullName }) => fullName);
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
}

function playwrightCounts() {
  const report = read("test-results/e2e.json");
  if (!report) return null;
  const skipped = [];
  const unsteady = [];
  const visit = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      if (spec.tests.some(({ status }) => status === "skipped"))
        skipped.push([...path, spec.title].join(" › "));
      if (spec.tests.some(({ status }) => status === "flaky"))
        unsteady.push([...path, spec.title].join(" › "));
    }
    for (const inner of suite.suites ?? []) visit(inner, [...path, inner.title]);
  };
  for (const suite of report.suites) visit(suite, [suite.title]);
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped, unsteady };
}

let broken = 0;
for (const [name, step] of STEPS) {
  const code = await step();
  if (code !== 0) {
    broken += 1;
    console.error(`✗ ${name} failed`);
    if (name === "build") break;
  }
}

const suites = {
  unit: vitestCounts("unit"),
  simulator: vitestCounts("simulator"),
  ledger: vitestCounts("ledger"),
  e2e: playwrightCounts(),
};
const total = { passed: 0, failed: 0, skipped: 0 };
console.log("");
for (const [name, counts] of Object.entries(suites)) {
  if (!counts) {
    console.log(`${name}: did not run`);
    broken += 1;
    continue;
  }
  const { passed, failed, skipped } = counts;
  console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  for (const title of skipped) console.log(`  skipped: ${title}`);
  for (const title of counts.unsteady ?? []) console.log(`  passed at the second try: ${title}`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped.length;
}
console.log(`\ntotal: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(broken === 0 && total.failed === 0 ? 0 : 1);
