import { expect, test } from "vitest";
import { browserCounts, browserTests, summary, vitestCounts } from "./test-summary.mjs";

const tests: ReturnType<typeof browserTests> = [];
const passed = { passed: 5, failed: 0, skipped: [], secondTry: [] };
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
    tests: [{ status, results: durations.map((duration) => ({ duration })) }],
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
  expect(lines).toContain("  passed at the second try: manual/blocking.spec.ts › Unsteady");
  expect(lines).toContain("passed at the second try: 1");
  expect(lines).toContain("     5.0 s  manual/blocking.spec.ts › Unsteady");
});

test("Skipped tests of Vitest are named", () => {
  const counts = vitestCounts({
    numPassedTests: 1,
    numFailedTests: 0,
    testResults: [
      {
        assertionResults: [
          { status: "passed", fullName: "one" },
          { status: "pending", fullName: "two" },
        ],
      },
    ],
  });
  expect(counts).toEqual({ passed: 1, failed: 0, skipped: ["two"], secondTry: [] });
});

test("A suite of which every test was skipped counts as failed", () => {
  const skipped = { passed: 0, failed: 0, skipped: ["one"], secondTry: [] };
  const { lines, failed } = summary({ counts: { unit: skipped }, steps: [step], budgets, tests });
  expect(failed).toBe(1);
  expect(lines).toContain("  unit: no test of it ran");
});

test("A step without a budget is no step that kept to it", () => {
  const nameless = { ...step, name: "new" };
  expect(() => summary({ counts: {}, steps: [nameless], budgets, tests })).toThrow(
    "The step new has no budget",
  );
});
