// Processor time in terms of work that is the same everywhere: seconds alone say as much of the machine as of the work.
import { createHash } from "node:crypto";

const SAMPLES = 5;

/** Sorting, writing, hashing and reading 20,000 rows: what this program does all day. */
function fixedWork() {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({
    id: (index * 7_919) % 10_007,
    name: `Guest ${index}`,
    tags: [index % 3, index % 7],
  }));
  rows.sort((one, other) => one.id - other.id || one.name.localeCompare(other.name));
  const text = JSON.stringify(rows);
  return createHash("sha256").update(text).digest("hex").length + JSON.parse(text).length;
}

function millisecondsOf(work) {
  const began = process.cpuUsage();
  work();
  return process.cpuUsage(began).user / 1_000;
}

/** Processor milliseconds that the fixed work takes here and now: the middle of a few samples. */
export function fixedWorkMilliseconds() {
  fixedWork();
  const samples = Array.from({ length: SAMPLES }, () => millisecondsOf(fixedWork));
  return samples.sort((one, other) => one - other)[Math.floor(SAMPLES / 2)];
}

/**
 * What some work costs the processor, in times of the fixed work. The machine is looked at before and after, and the
 * slower look counts: others come and go.
 *
 * @param {() => unknown} work
 * @returns {Promise<number>}
 */
export async function costOf(work) {
  const before = fixedWorkMilliseconds();
  const began = process.cpuUsage();
  await work();
  const took = process.cpuUsage(began).user / 1_000;
  return took / Math.max(before, fixedWorkMilliseconds());
}
