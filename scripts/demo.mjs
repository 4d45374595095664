// The whole product on this machine: a simulated tenant, the app, and a PostgreSQL inside the app's own process.
import { existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { answering, begin, portIsFree } from "./processes.mjs";
import { freshBuild } from "./fresh-build.mjs";

const TENANT = "5f0c2d54-6a3b-4f0e-9d1c-7a2b8e4f6c10";
const CLIENT = "b7a1c9e2-3d54-4c8f-a6b0-1e2f3d4c5b6a";

const { values: asked } = parseArgs({
  options: {
    guests: { type: "string", default: "1200" },
    seed: { type: "string", default: "1" },
    port: { type: "string", default: "3000" },
    "simulator-port": { type: "string", default: "4010" },
    keep: { type: "boolean", default: false },
  },
});

const refuse = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const whole = (name) => {
  const number = Number(asked[name]);
  if (!Number.isInteger(number) || number < 0) refuse(`--${name} takes a whole number.`);
  return number;
};
const [guests, seed, port, simulatorPort] = ["guests", "seed", "port", "simulator-port"].map(whole);

for (const [name, number] of [
  ["port", port],
  ["simulator-port", simulatorPort],
]) {
  if (!(await portIsFree(number))) {
    refuse(`Port ${number} is taken. Choose another: npm run demo -- --${name} ${number + 1}`);
  }
}
await freshBuild();

const origin = `http://localhost:${port}`;
const simulatorOrigin = `http://localhost:${simulatorPort}`;
const data = resolve(".data/demo");
if (!asked.keep && existsSync(data)) rmSync(data, { recursive: true });

const running = [];
let stopping = false;
const stop = async (code) => {
  if (stopping) return;
  stopping = true;
  await Promise.all(running.map((program) => program.stop()));
  process.exit(code);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));

const start = async (name, command, args, env, url, seconds) => {
  const program = begin(command, args, { env, show: false });
  running.push(program);
  void program.ended.then(() => {
    if (stopping) return;
    console.error(`${name} stopped:\n${program.said()}`);
    void stop(1);
  });
  if (await answering(url, seconds, program.ended)) return;
  if (!stopping) console.error(`${name} did not answer at ${url}:\n${program.said()}`);
  await stop(1);
};

const simulator = [
  "simulator/main.ts",
  "--port",
  simulatorPort,
  "--guests",
  guests,
  "--seed",
  seed,
];
await start(
  "The simulator",
  process.execPath,
  ["--import", "tsx", ...simulator.map(String), "--app-origin", origin],
  {},
  `${simulatorOrigin}/control/health`,
  90,
);
await start(
  "Guestlist",
  process.execPath,
  ["scripts/start.mjs"],
  {
    PORT: String(port),
    GUESTLIST_ORIGIN: origin,
    ENTRA_TENANT_ID: TENANT,
    ENTRA_CLIENT_ID: CLIENT,
    SIMULATOR_ORIGIN: simulatorOrigin,
    DATA_DIR: data,
    DATABASE_URL: "",
  },
  `${origin}/api/health`,
  60,
);

const answer = await fetch(`${simulatorOrigin}/control/tenants/${TENANT}`);
const { displayName, personas } = await answer.json();
console.log(`
Guestlist is at  ${origin}
                 on ${displayName}, a simulated tenant with ${guests} guests

Sign in as
${personas.map(({ name, about }) => `  ${name.padEnd(20)} ${about}`).join("\n")}

The demo begins anew each time; \`npm run demo -- --keep\` keeps its history.
Ctrl-C stops everything.`);
