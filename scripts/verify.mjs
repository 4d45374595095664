// Everything that needs no service: format, lint, types, import table, dead code, unit tests. Two at a time.
import { begin } from "./processes.mjs";

const bin = (name) => `node_modules/.bin/${name}`;
const STEPS = [
  ["lint", bin("eslint"), [".", "--max-warnings", "0"]],
  [
    "unit tests",
    bin("vitest"),
    [
      "run",
      "--project",
      "unit",
      "--reporter=dot",
      "--reporter=json",
      "--outputFile.json=test-results/unit.json",
    ],
  ],
  ["types", bin("tsc"), ["--noEmit"]],
  ["format", bin("prettier"), ["--check", "--log-level", "warn", "."]],
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
    const { code } = await program.ended;
    const seconds = ((Date.now() - began) / 1_000).toFixed(1);
    if (code !== 0) {
      failed += 1;
      console.error(program.said());
    } else if (name === "unit tests") console.log(program.said().trim());
    console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
  }
}

await Promise.all([work(), work()]);
process.exit(failed === 0 ? 0 : 1);
