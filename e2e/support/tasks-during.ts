import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { faultOf } from "./judge-tasks.ts";

/** From here on a task is called long: https://www.w3.org/TR/longtasks-1/ */
const LONG_MILLISECONDS = 50;

/**
 * Processor milliseconds of `fixedWork` where the limit holds as it is. A slower processor is allowed longer in the same
 * ratio, a faster one not less. Derived, not measured there: where this work takes 200 to 230 ms, the same tasks took 2.5
 * to 2.8 times what they took on the machine where the limit was agreed on.
 */
const FIXED_WORK_MILLISECONDS = 85;

/** On a machine slower than this nothing is measured: a limit that grows without an end refuses nothing. */
const MOST_SLOWNESS = 6;

/** No machine is as fast as this: the fixed work was not seen. */
const LEAST_SLOWNESS = 0.1;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time in microseconds: what others do on the machine does not count. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Processor time, in milliseconds, of each task of the page's main thread while something is done. */
async function tasksDuring(
  page: Page,
  browser: CDPSession,
  act: () => Promise<void>,
): Promise<number[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => {
    events.push(...(value as TraceEvent[]));
  };
  browser.on("Tracing.dataCollected", collect);
  await browser.send("Tracing.start", {
    traceConfig: { includedCategories: ["toplevel", "__metadata"], excludedCategories: ["*"] },
  });
  await act();
  // An answer comes from within a task: only when the next one has run is it over, and in the trace.
  await page.evaluate(() => undefined);
  const over = new Promise((resolve) => browser.once("Tracing.tracingComplete", resolve));
  await browser.send("Tracing.end");
  await over;
  browser.off("Tracing.dataCollected", collect);
  const thread = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const main = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(thread),
  );
  return events
    .filter((event) => event.name === "ThreadControllerImpl::RunTask" && main.has(thread(event)))
    .map(({ tdur = 0 }) => tdur / 1_000)
    .sort((one, other) => other - one);
}

/** The same work everywhere, of the kind that pages do: a table is built, laid out and taken away. */
function fixedWork(): number {
  const table = document.createElement("table");
  for (let row = 0; row < 800; row += 1) {
    const line = table.insertRow();
    for (let column = 0; column < 10; column += 1) {
      const label = document.createElement("span");
      label.textContent = `${(row * 7_919) % 10_007} guest ${column}`;
      line.insertCell().append(label);
    }
  }
  document.body.append(table);
  const height = table.offsetHeight;
  table.remove();
  return height;
}

/** How much longer the reference work takes here than on the reference machine, in an empty page. */
async function slowness(page: Page, browser: CDPSession): Promise<number> {
  const empty = await page.context().newPage();
  const took: number[] = [];
  for (let sample = 0; sample < 4; sample += 1) {
    const [longest = 0] = await tasksDuring(empty, browser, async () => {
      await empty.evaluate(fixedWork);
    });
    took.push(longest);
  }
  await empty.close();
  const ratio = Math.min(...took) / FIXED_WORK_MILLISECONDS;
  reportFigures(
    `fixed work: ${Math.min(...took).toFixed(1)} ms, ${ratio.toFixed(2)} times the reference`,
  );
  expect(ratio, "the fixed work was not seen on the main thread").toBeGreaterThan(LEAST_SLOWNESS);
  expect(ratio, "this machine is too slow to measure long tasks on").toBeLessThan(MOST_SLOWNESS);
  return Math.max(1, ratio);
}

/** Writes a figure into the report and to the console. */
export function reportFigures(figures: string): void {
  test.info().annotations.push({ type: "measured", description: figures });
  console.log(figures);
}

/** Runs the actions in order and fails when one causes a long task in the main thread, relative to this machine's speed. */
export async function withoutLongTasks(
  page: Page,
  acts: Readonly<Record<string, () => Promise<void>>>,
): Promise<void> {
  const browser = await page.context().browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error("No browser to measure in");
  const before = await slowness(page, browser);
  const during: Record<string, readonly number[]> = {};
  for (const [name, act] of Object.entries(acts)) {
    const tasks = await tasksDuring(page, browser, act);
    const worst = tasks.slice(0, 5).map((task) => Math.round(task));
    reportFigures(`${name}: longest tasks ${worst.join(", ")} ms of processor time`);
    during[name] = tasks;
  }
  // Others come and go: what was measured between two looks at the machine is held to the slower one.
  const limit = LONG_MILLISECONDS * Math.max(before, await slowness(page, browser));
  for (const [name, tasks] of Object.entries(during))
    expect(faultOf(tasks, limit), name).toBeNull();
}
