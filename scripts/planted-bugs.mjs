// Plants each bug of scripts/planted-bugs/ in a copy of the project, and runs the tests that are to catch it. Takes some
// minutes; `node scripts/planted-bugs.mjs lease` plants only those whose description has the word. Ends with 1 when one
// is missed. The working tree is not touched.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { PLANTED_BUGS } from "./planted-bugs/list.mjs";
import { begin } from "./processes.mjs";

const words = process.argv.slice(2).join(" ").toLowerCase();
const bugs = PLANTED_BUGS.filter(({ bug }) => bug.toLowerCase().includes(words));
const copy = mkdtempSync(join(tmpdir(), "planted-"));

/** The files of the working tree as they are, and the packages and generated code beside them. */
function copyProject() {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", list, { encoding: "utf8" }).split("\0");
  for (const file of files.filter((each) => each !== "" && each !== "node_modules")) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(file, join(copy, file));
  }
  cpSync("prisma/generated", join(copy, "prisma/generated"), { recursive: true });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
}

/** The first test that fails, and what it says; null where all pass. Throws where none ran, or the bug does not compile. */
async function caughtBy(test) {
  const isLedger = test.endsWith(".db.test.ts");
  const projects = isLedger ? ["ledger"] : ["unit", "property"];
  const report = join(copy, "planted-report.json");
  rmSync(report, { force: true });
  const vitest = [
    "node_modules/vitest/vitest.mjs",
    ...["run", ...projects.flatMap((project) => ["--project", project]), "--bail", "1"],
    ...["--reporter=json", `--outputFile.json=${report}`, test],
  ];
  const args = isLedger ? ["scripts/with-postgres.mjs", process.execPath, ...vitest] : vitest;
  running = begin(process.execPath, args, { cwd: copy, show: false });
  const { code } = await running.ended;
  const found = JSON.parse(readFileSync(report, "utf8"));
  if (found.numTotalTests === 0) throw new Error(`${test} did not run:\n${running.said()}`);
  if (code === 0) return null;
  const failed = found.testResults.flatMap(({ assertionResults }) => assertionResults);
  const first = failed.find(({ status }) => status === "failed");
  const says = first?.failureMessages[0]?.split("\n")[0] ?? "";
  if (/ReferenceError|SyntaxError/.test(says)) throw new Error(`Not a bug but a mistake: ${says}`);
  return first === undefined ? null : { test, title: first.fullName, says };
}

async function plant({ file, find, replace, tests }) {
  const text = readFileSync(file, "utf8");
  if (text.split(find).length !== 2) return { missed: "OUT OF DATE: its text is not there once" };
  writeFileSync(
    join(copy, file),
    text.replace(find, () => replace),
  );
  try {
    for (const test of tests) {
      const caught = await caughtBy(test);
      if (caught !== null) return caught;
    }
    return { missed: `MISSED by ${tests.join(", ")}` };
  } finally {
    writeFileSync(join(copy, file), text);
  }
}

let running = null;
const leave = () => rmSync(copy, { recursive: true, force: true });
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    void Promise.resolve(running?.stop()).then(() => {
      leave();
      process.exit(130);
    });
  });
}

let missed = 0;
try {
  copyProject();
  for (const [index, bug] of bugs.entries()) {
    const began = Date.now();
    const found = await plant(bug);
    if (found.missed) missed += 1;
    const seconds = `${Math.round((Date.now() - began) / 1_000)} s`;
    console.log(
      `${String(index + 1).padStart(3)}. ${found.missed ? "✗" : "✓"} ${bug.bug} (${seconds})`,
    );
    console.log(`       ${found.missed ?? `${found.test}: ${found.title}\n       ${found.says}`}`);
  }
} finally {
  leave();
}
console.log(`\n${bugs.length - missed} of ${bugs.length} planted bugs were caught`);
process.exitCode = missed === 0 && bugs.length > 0 ? 0 : 1;
