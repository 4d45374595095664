// Everything that needs no service and no page: format, lint and types, import table, dead code and unit tests. Two at a
// time, the longest first. The seconds of a step are wall time, then processor time.
import { begin } from "./processes.mjs";

const bin = (name) => `node_modules/.bin/${name}`;
const STEPS = [
  [
    "unit tests",
    bin("vitest"),
    [
      "run",
      ...["--project", "unit", "--maxWorkers=1", "--reporter=default", "--reporter=json"],
      "--outputFile.json=test-results/unit.json",
    ],
  ],
  ["format", bin("oxfmt"), ["--check"]],
  ["lint and types", "npm", ["run", "--silent", "lint"]],
  ["import table", "npm", ["run", "--silent", "rooms"]],
  ["dead code", bin("knip"), []],
];

let failed = 0;
const waiting = [...STEPS];

async function work() {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const [name, command, args] = step;
    const began = Date.now();
    const program = begin(command, args, { show: false });
    const { code, processorSeconds } = await program.ended;
    const seconds = `${((Date.now() - began) / 1_000).toFixed(1)} s, processor ${processorSeconds?.toFixed(1) ?? "?"} s`;
    if (code !== 0) {
      failed += 1;
      console.error(program.said());
    }
    console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds})`);
  }
}

await Promise.all([work(), work()]);
process.exit(failed === 0 ? 0 : 1);
