// The JavaScript that the first route needs until somebody can be signed in, gzip, against its budget.
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { tmpdir } from "node:os";
import { answering, begin, freePorts } from "./processes.mjs";
import { appEnvironment } from "./start-product.mjs";

const BUDGET_KB = 300;

const weigh = (file) => gzipSync(readFileSync(file), { level: 6 }).length / 1_024;

/** MSAL is loaded after the first paint, so the page does not name its chunks: they are found by what is in them. */
function msalChunks(chunks, named) {
  return readdirSync(chunks)
    .filter((file) => file.endsWith(".js") && !named.includes(file))
    .filter((file) => readFileSync(join(chunks, file), "utf8").includes("msal.js.browser"));
}

const data = join(tmpdir(), `guestlist-weight-${process.pid}`);
const [port] = await freePorts(1);
const origin = `http://localhost:${port}`;
const server = begin(process.execPath, ["scripts/start.mjs"], {
  show: false,
  env: appEnvironment({ port, simulatorOrigin: "http://localhost:4010", data }),
});
try {
  if (!(await answering(`${origin}/`, 60, server.ended))) {
    console.error(`The build could not be started to be weighed:\n${server.said()}`);
    process.exitCode = 1;
  } else {
    const html = await (await fetch(`${origin}/`)).text();
    const chunks = ".next/static/chunks";
    const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)]
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, src]) => src.split("/").pop());
    const named = [...new Set(scripts)];
    const page = named.reduce((sum, file) => sum + weigh(join(chunks, file)), 0);
    const msal = msalChunks(chunks, named).reduce(
      (sum, file) => sum + weigh(join(chunks, file)),
      0,
    );
    const total = page + msal;
    console.log(
      `First route: ${page.toFixed(1)} kB + MSAL ${msal.toFixed(1)} kB = ${total.toFixed(1)} kB gzip of ${BUDGET_KB} kB`,
    );
    if (named.length === 0 || msal === 0 || total > BUDGET_KB) {
      console.error("The first route is over its budget, or could not be weighed.");
      process.exitCode = 1;
    }
  }
} finally {
  await server.stop();
  rmSync(data, { recursive: true, force: true });
}
