// What `npm test` says at its end, from the reports of the suites.
import { stripVTControlCharacters } from "node:util";

/** Why the first try failed, in one line: the only clue to a flaky test. */
function withReason(title, says) {
  const [line = ""] = stripVTControlCharacters(says).split("\n");
  return `${title}\n    the first time: ${line.slice(0, 300)}`;
}

/** How a suite of Vitest ended, from its JSON report; null when it did not run. */
export function vitestCounts(report) {
  if (!report) return null;
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const titles = (isIncluded) => tests.filter(isIncluded).map(({ fullName }) => fullName);
  const broken = tests.filter(({ status }) => status === "failed");
  // A file that could not be loaded has no tests.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: titles(({ status }) => status !== "passed" && status !== "failed"),
    secondTry: tests
      .filter(({ status, failureMessages }) => status === "passed" && failureMessages?.length > 0)
      .map(({ fullName, failureMessages }) => withReason(fullName, failureMessages[0])),
    failures: [
      ...unloaded.map(({ name, message }) => ({ title: name, says: message })),
      ...broken.map(({ fullName, failureMessages }) => ({
        title: fullName,
        says: failureMessages?.[0] ?? "",
      })),
    ],
  };
}

/** Every test of Playwright's JSON report with its title, its status and the seconds of all its tries. */
export function browserTests(report) {
  const found = [];
  const visit = (suite, path) => {
    for (const { title, tests } of suite.specs ?? []) {
      for (const { status, results } of tests) {
        const milliseconds = results.reduce((sum, { duration }) => sum + duration, 0);
        found.push({
          title: [...path, title].join(" › "),
          status,
          seconds: milliseconds / 1_000,
          says: results.flatMap(({ errors = [] }) => errors)[0]?.message ?? "",
        });
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, [...path, inner.title]);
  };
  for (const suite of report?.suites ?? []) visit(suite, [suite.title]);
  return found;
}

/** How the browser tests ended; null when none ran. */
export function browserCounts(tests) {
  if (tests.length === 0) return null;
  const titles = (isIncluded) =>
    tests.filter(({ status }) => status === isIncluded).map(({ title }) => title);
  const skipped = titles("skipped");
  const failures = tests.filter(({ status }) => status === "unexpected");
  return {
    passed: tests.length - failures.length - skipped.length,
    failed: failures.length,
    failures,
    skipped,
    secondTry: tests
      .filter(({ status }) => status === "flaky")
      .map(({ title, says }) => withReason(title, says)),
  };
}

const CONTRACT = "what was said to Graph is as its OpenAPI file says";

/** How the contract check ended; null when it did not run, which only a missing OpenAPI file excuses. */
export function contractCounts(report) {
  if (!report) return null;
  const is = (status) => report.status === status;
  const failures = [{ title: CONTRACT, says: "See the lines of the check above." }];
  return {
    passed: is("passed") ? 1 : 0,
    failed: is("failed") ? 1 : 0,
    skipped: is("skipped") ? [`${CONTRACT}: there is none here`] : [],
    isExcused: is("skipped"),
    secondTry: [],
    failures: is("failed") ? failures : [],
  };
}

/**
 * The lines to print and how many things failed. A suite that did not run has shown nothing, so it counts as failed;
 * so does a step that broke without a failing test, and a budget that was not kept.
 */
export function summary({ counts, steps, budgets, tests }) {
  const lines = [];
  const total = { passed: 0, failed: 0, skipped: 0, secondTry: 0 };
  for (const [name, count] of Object.entries(counts)) {
    if (!count) {
      lines.push(`${name}: did not run`);
      total.failed += 1;
      continue;
    }
    const { passed, failed, skipped, secondTry, failures, isExcused = false } = count;
    lines.push(`${name}: ${passed} passed, ${failed} failed, ${skipped.length} skipped`);
    if (passed === 0 && failed === 0 && !isExcused) {
      lines.push(`  ${name}: no test of it ran`);
      total.failed += 1;
    }
    for (const { title, says } of failures) {
      lines.push(`  failed: ${title}`, ...firstLinesOf(says).map((line) => `    ${line}`));
    }
    lines.push(...skipped.map((title) => `  skipped: ${title}`));
    lines.push(...secondTry.map((title) => `  passed at the second try: ${title}`));
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped.length;
    total.secondTry += secondTry.length;
  }
  lines.push(`passed at the second try: ${total.secondTry}`);
  const over = steps.filter((step) => isOver(step, budgets));
  const broken = steps.filter(({ code }) => code !== 0);
  if (total.failed === 0) total.failed = broken.length;
  total.failed += over.length;
  lines.push("", "where the time went     minutes  processor s     budget");
  lines.push(...steps.map((step) => row(step, budgets)));
  lines.push(...slowest(tests));
  lines.push("", `total: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return { lines, failed: total.failed };
}

/** Of a long message the part that says what was wrong: a log is often read from its end. */
const MESSAGE_LINES = 6;
const MESSAGE_WIDTH = 300;

function firstLinesOf(message) {
  const lines = stripVTControlCharacters(message).split("\n");
  const said = lines.filter((line) => line.trim() !== "").slice(0, MESSAGE_LINES);
  return said.map((line) => line.slice(0, MESSAGE_WIDTH));
}

function isOver({ name, processorSeconds }, budgets) {
  if (budgets[name] === undefined) throw new TypeError(`The step ${name} has no budget`);
  return processorSeconds !== null && processorSeconds > budgets[name];
}

function row(step, budgets) {
  const { name, seconds, processorSeconds } = step;
  const minutes = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
  const used = processorSeconds === null ? "not known" : String(Math.round(processorSeconds));
  const figures = `${minutes.padStart(9)}${used.padStart(13)}${String(budgets[name]).padStart(11)}`;
  return `  ${name.padEnd(20)}${figures}${isOver(step, budgets) ? "  over its budget" : ""}`;
}

const SLOWEST = 10;

function slowest(tests) {
  if (tests.length === 0) return [];
  const first = [...tests].sort((one, other) => other.seconds - one.seconds).slice(0, SLOWEST);
  return [
    "slowest browser tests",
    ...first.map(({ title, seconds }) => `  ${seconds.toFixed(1).padStart(6)} s  ${title}`),
  ];
}
