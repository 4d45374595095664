import { type CDPSession, expect, type Page, test } from "@playwright/test";

/** From here on a task is called long: https://www.w3.org/TR/longtasks-1/ */
const LONG_MILLISECONDS = 50;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time in microseconds: what others do on the machine does not count. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Processor time, in milliseconds, of each task of the page's main thread while something is done. */
async function tasksDuring(browser: CDPSession, act: () => Promise<void>): Promise<number[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => {
    events.push(...(value as TraceEvent[]));
  };
  browser.on("Tracing.dataCollected", collect);
  await browser.send("Tracing.start", {
    traceConfig: { includedCategories: ["toplevel", "__metadata"], excludedCategories: ["*"] },
  });
  await act();
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

/** Says a figure in the report and on the console, for people to compare. */
export function told(figures: string): void {
  test.info().annotations.push({ type: "measured", description: figures });
  console.log(figures);
}

/** Does one thing after the other, and holds the page's main thread to no long task in each. */
export async function withoutLongTasks(
  page: Page,
  acts: Readonly<Record<string, () => Promise<void>>>,
): Promise<void> {
  const browser = await page.context().browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error("No browser to measure in");
  for (const [name, act] of Object.entries(acts)) {
    const tasks = await tasksDuring(browser, act);
    const worst = tasks.slice(0, 5).map((task) => Math.round(task));
    told(`${name}: longest tasks ${worst.join(", ")} ms of processor time`);
    // One task in a hundred may be longer: a collection of garbage falls where it falls.
    const busy = tasks.filter((task) => task > 1);
    expect(busy[Math.floor(busy.length / 100)] ?? 0, name).toBeLessThan(LONG_MILLISECONDS);
  }
}
