/** One task in this many may be longer: a collection of garbage falls where it falls. */
const ONE_IN = 100;
/** No task may be this many times longer: people would notice it. */
const MOST_TIMES_LONGER = 3;
/** Shorter ones do not count as one in a hundred. */
const BUSY_MILLISECONDS = 1;

/** What is wrong with the tasks of a page's main thread, in milliseconds, longest first; null where nothing is. */
export function faultOf(tasks: readonly number[], limit: number): string | null {
  const [longest] = tasks;
  if (longest === undefined) return "no task of the main thread was seen";
  const busy = tasks.filter((task) => task > BUSY_MILLISECONDS);
  const held = busy[Math.floor(busy.length / ONE_IN)] ?? 0;
  if (held >= limit) return `a task of ${held.toFixed(1)} ms, not below ${limit.toFixed(1)} ms`;
  const most = limit * MOST_TIMES_LONGER;
  if (longest < most) return null;
  return `a single task of ${longest.toFixed(1)} ms, not below ${most.toFixed(1)} ms`;
}
