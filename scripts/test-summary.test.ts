import { expect, test } from "vitest";
import {
  browserCounts,
  browserTests,
  contractCounts,
  summary,
  vitestCounts,
} from "./test-summary.mjs";

const tests: ReturnType<typeof browserTests> = [];
const passed = { passed: 5, failed: 0, skipped: [], secondTry: [], failures: [] };
const step = { name: "browser", code: 0, seconds: 61.5, processorSeconds: 99 };
const budgets = { browser: 100 };

test("When everything passed, the total says so", () => {
  const { lines, failed } = summary({ counts: { unit: passed }, steps: [step], budgets, tests });
  expect(failed).toBe(0);
  expect(lines).toContain("unit: 5 passed, 0 failed, 0 skipped");
  expect(lines).toContain("passed at the second try: 0");
  expect(lines.at(-1)).toBe("total: 5 passed, 0 failed, 0 skipped");
});

test("A suite that did not run counts as failed, although no test of it failed", () => {
  const { lines, failed } = summary({
    counts: { unit: passed, browser: browserCounts(browserTests(null)) },
    steps: [{ ...step, code: 1 }],
    budgets,
    tests,
  });
  expect(failed).toBe(1);
  expect(lines).toContain("browser: did not run");
  expect(lines.at(-1)).toBe("total: 5 passed, 1 failed, 0 skipped");
});

test("A step that broke without a failing test counts as failed", () => {
  const { lines } = summary({
    counts: { unit: passed },
    steps: [{ ...step, code: 2 }],
    budgets,
    tests,
  });
  expect(lines.at(-1)).toBe("total: 5 passed, 1 failed, 0 skipped");
});

test("A suite over its budget of processor seconds counts as failed, however long it took", () => {
  const slow = { ...step, seconds: 3_600 };
  expect(summary({ counts: { unit: passed }, steps: [slow], budgets, tests }).failed).toBe(0);
  const expensive = { ...step, processorSeconds: 101 };
  const { lines, failed } = summary({
    counts: { unit: passed },
    steps: [expensive],
    budgets,
    tests,
  });
  expect(failed).toBe(1);
  expect(lines.join("\n")).toMatch(/browser +1:01 +101 +100 {2}over its budget/);
});

test("Where the system does not tell the processor time, no budget is judged", () => {
  const unknown = { ...step, processorSeconds: null };
  const { lines, failed } = summary({ counts: { unit: passed }, steps: [unknown], budgets, tests });
  expect(failed).toBe(0);
  expect(lines.join("\n")).toContain("not known");
});

test("A browser test that passed at its second try is counted and named", () => {
  const spec = (title: string, status: string, ...durations: number[]) => ({
    title,
    tests: [
      {
        status,
        results: durations.map((duration) => ({
          duration,
          errors: status !== "expected" ? [{ message: "Error: \u001B[2mnot there\u001B[22m" }] : [],
        })),
      },
    ],
  });
  const found = browserTests({
    suites: [
      {
        title: "manual/blocking.spec.ts",
        specs: [spec("Steady", "expected", 1_000), spec("Unsteady", "flaky", 2_000, 3_000)],
        suites: [{ title: "On a phone", specs: [spec("Broken", "unexpected", 500)] }],
      },
    ],
  });
  const { lines, failed } = summary({
    counts: { browser: browserCounts(found) },
    steps: [step],
    budgets,
    tests: found,
  });
  expect(failed).toBe(1);
  expect(lines).toContain("browser: 2 passed, 1 failed, 0 skipped");
  expect(lines).toContain(
    "  passed at the second try: manual/blocking.spec.ts › Unsteady\n    the first time: Error: not there",
  );
  expect(lines).toContain("passed at the second try: 1");
  const failure = lines.indexOf("  failed: manual/blocking.spec.ts › On a phone › Broken");
  expect(lines[failure + 1]).toBe("    Error: not there");
  expect(lines).toContain("     5.0 s  manual/blocking.spec.ts › Unsteady");
});

test("What Vitest skipped, what failed with what it said, and what passed at its second try is named", () => {
  const counts = vitestCounts({
    numPassedTests: 2,
    numFailedTests: 1,
    testResults: [
      {
        name: "one.test.ts",
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "one", failureMessages: [] },
          { status: "pending", fullName: "two", failureMessages: [] },
          { status: "passed", fullName: "three", failureMessages: ["AssertionError: late"] },
          { status: "failed", fullName: "four", failureMessages: ["Error: gone\n\n  at there"] },
        ],
      },
      { name: "two.test.ts", status: "failed", message: "No such module", assertionResults: [] },
    ],
  });
  expect(counts).toEqual({
    passed: 2,
    failed: 1,
    skipped: ["two"],
    secondTry: ["three\n    the first time: AssertionError: late"],
    failures: [
      { title: "two.test.ts", says: "No such module" },
      { title: "four", says: "Error: gone\n\n  at there" },
    ],
  });
  const { lines } = summary({ counts: { unit: counts }, steps: [step], budgets, tests });
  expect(lines.slice(1, 6)).toEqual([
    "  failed: two.test.ts",
    "    No such module",
    "  failed: four",
    "    Error: gone",
    "      at there",
  ]);
});

test("A suite of which every test was skipped counts as failed", () => {
  const skipped = { passed: 0, failed: 0, skipped: ["one"], secondTry: [], failures: [] };
  const { lines, failed } = summary({ counts: { unit: skipped }, steps: [step], budgets, tests });
  expect(failed).toBe(1);
  expect(lines).toContain("  unit: no test of it ran");
});

test.each([
  ["passed", "contract: 1 passed, 0 failed, 0 skipped", 0],
  ["failed", "contract: 0 passed, 1 failed, 0 skipped", 1],
  ["skipped", "contract: 0 passed, 0 failed, 1 skipped", 0],
  [null, "contract: did not run", 1],
])("The contract check has a row of its own: %s", (status, says, fails) => {
  const contract = contractCounts(status === null ? null : { status });
  const { lines, failed } = summary({
    counts: { unit: passed, contract },
    ...{ steps: [step], budgets, tests },
  });
  expect(lines).toContain(says);
  expect(failed).toBe(fails);
});

test("A contract check for which there is no OpenAPI file is in the total of what was skipped", () => {
  const counts = { unit: passed, contract: contractCounts({ status: "skipped" }) };
  const { lines } = summary({ counts, steps: [step], budgets, tests });
  expect(lines.at(-1)).toBe("total: 5 passed, 0 failed, 1 skipped");
});

test("A step without a budget is no step that kept to it", () => {
  const nameless = { ...step, name: "new" };
  expect(() => summary({ counts: {}, steps: [nameless], budgets, tests })).toThrow(
    "The step new has no budget",
  );
});
