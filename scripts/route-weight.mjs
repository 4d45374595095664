// The JavaScript that the first route needs until somebody can be signed in, gzip, against its budget.
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { tmpdir } from "node:os";
import { answering, begin, freePorts } from "./processes.mjs";
import { appEnvironment } from "./start-product.mjs";

/** Until somebody can be signed in, and until the first page of a signed-in person is drawn. */
const BUDGET_KB = { signIn: 280, start: 320 };

/** A sentence in each module that is loaded for who is signed in, by which its chunks are found. */
const SIGNED_IN = { shell: "Skip to main content", overview: "The state of this tenant" };

const weigh = (file) => gzipSync(readFileSync(file), { level: 6 }).length / 1_024;

/** MSAL is loaded after the first paint, so the page does not name its chunks: they are found by what is in them. */
function msalChunks(chunks, named) {
  return readdirSync(chunks)
    .filter((file) => file.endsWith(".js") && !named.includes(file))
    .filter((file) => readFileSync(join(chunks, file), "utf8").includes("msal.js.browser"));
}

/** The chunks of the lazy module that has this sentence, as one of the page's own chunks asks for them. */
function lazyChunks(chunks, named, sentence) {
  const text = (file) => readFileSync(join(chunks, file), "utf8");
  const groups = named.flatMap((file) =>
    [...text(file).matchAll(/\["static\/chunks\/[^\]]*\]/g)].map(([list]) =>
      JSON.parse(list)
        .map((path) => basename(path))
        .filter((path) => path.endsWith(".js")),
    ),
  );
  const found = groups.find((files) => files.some((file) => text(file).includes(sentence)));
  if (found === undefined) throw new Error(`No lazy module of the start page says: ${sentence}`);
  return found;
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
    const msal = msalChunks(chunks, named);
    const shell = Object.values(SIGNED_IN).flatMap((sentence) =>
      lazyChunks(chunks, named, sentence),
    );
    const sum = (files) =>
      [...new Set(files)].reduce((total, file) => total + weigh(join(chunks, file)), 0);
    const signIn = sum([...named, ...msal]);
    const start = sum([...named, ...msal, ...shell]);
    console.log(
      `First route: ${sum(named).toFixed(1)} kB + MSAL ${sum(msal).toFixed(1)} kB = ${signIn.toFixed(1)} kB gzip of ${BUDGET_KB.signIn} kB; signed in ${start.toFixed(1)} of ${BUDGET_KB.start} kB`,
    );
    const isOver = signIn > BUDGET_KB.signIn || start > BUDGET_KB.start;
    if (named.length === 0 || msal.length === 0 || isOver) {
      console.error("The first route is over its budget, or could not be weighed.");
      process.exitCode = 1;
    }
  }
} finally {
  await server.stop();
  rmSync(data, { recursive: true, force: true });
}
