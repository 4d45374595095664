// The whole product on this machine: a simulated tenant, the app, and a PostgreSQL inside the app's own process.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { freshBuild } from "./fresh-build.mjs";
import { portIsFree } from "./processes.mjs";
import { newCheckpointKey, startProduct, TENANT } from "./start-product.mjs";

const { values: options } = parseArgs({
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
  const number = Number(options[name]);
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

const data = resolve(".data/demo");
if (!options.keep && existsSync(data)) rmSync(data, { recursive: true });

// A history that is kept goes on under the key by which it was signed.
const keyFile = `${data}.checkpoint-key`;
if (!options.keep || !existsSync(keyFile)) {
  mkdirSync(dirname(keyFile), { recursive: true });
  writeFileSync(keyFile, newCheckpointKey(), { mode: 0o600 });
}
const checkpointKey = readFileSync(keyFile, "utf8");

const { origin, simulatorOrigin, stop } = await startProduct({
  port,
  simulatorPort,
  guests,
  seed,
  data,
  checkpointKey,
  onFailure: refuse,
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => void stop().then(() => process.exit(0)));
}

const answer = await fetch(`${simulatorOrigin}/control/tenants/${TENANT}`);
const { displayName, personas } = await answer.json();
console.log(`
Guestlist is at  ${origin}
                 on ${displayName}, a simulated tenant with ${guests} guests

Sign in as
${personas.map(({ name, about }) => `  ${name.padEnd(20)} ${about}`).join("\n")}

The demo begins anew each time; \`npm run demo -- --keep\` keeps its history.
Ctrl-C stops everything.`);
