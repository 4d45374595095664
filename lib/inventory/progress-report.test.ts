import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ProgressReport, type Report } from "./progress-report";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function reporting() {
  const reports: Report[] = [];
  let now = 1_000_000;
  const report = new ProgressReport(
    () => reports.length,
    (each) => reports.push(each),
    () => now,
  );
  const pass = (milliseconds: number) => {
    now += milliseconds;
    if (milliseconds > 0) vi.advanceTimersByTime(milliseconds);
  };
  return { reports, report, pass };
}

test("Progress is told at once, then ten times a second at most, and the last word always", () => {
  const { reports, report, pass } = reporting();
  for (let read = 1; read <= 50; read += 1) {
    report.set({ read });
    pass(10);
  }
  pass(100);
  expect(reports.length).toBeLessThanOrEqual(7);
  expect(reports.at(-1)?.progress.read).toBe(50);
});

test("A clock that is set back by a day silences nothing", () => {
  const { reports, report, pass } = reporting();
  report.set({ read: 1 });
  pass(-86_400_000);
  report.set({ read: 2 });
  expect(reports.map(({ progress }) => progress.read)).toEqual([1, 2]);
});
