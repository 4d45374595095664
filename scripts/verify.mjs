// Everything that needs no service: format, lint, types, import table, dead code, unit tests.
import { run } from "./processes.mjs";

const bin = (name) => `node_modules/.bin/${name}`;
const STEPS = [
  ["format", bin("prettier"), ["--check", "--log-level", "warn", "."]],
  ["lint", bin("eslint"), [".", "--max-warnings", "0"]],
  ["types", bin("tsc"), ["--noEmit"]],
  ["import table", "npm", ["run", "--silent", "rooms"]],
  ["dead code", bin("knip"), []],
  [
    "unit tests",
    bin("vitest"),
    [
      "run",
      "--project",
      "unit",
      "--reporter=default",
      "--reporter=json",
      "--outputFile.json=test-results/unit.json",
    ],
  ],
];

let failed = 0;
for (const [name, command, args] of STEPS) {
  const began = Date.now();
  const code = await run(command, args);
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${((Date.now() - began) / 1_000).toFixed(1)} s)`);
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
