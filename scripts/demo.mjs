// The whole product on this machine: a simulated tenant, the app, and a PostgreSQL inside the app's own process.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { freshBuild } from "./fresh-build.mjs";
import { demoOptions, USAGE } from "./demo-options.mjs";
import { holdName, portIsFree } from "./processes.mjs";
import { newCheckpointKey, startProduct, TENANT } from "./start-product.mjs";

const refuse = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const options = demoOptions(process.argv.slice(2));
if (typeof options === "string") refuse(options);
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
const { guests, seed, port, simulatorPort, keep } = options;

for (const [name, number] of [
  ["port", port],
  ["simulator-port", simulatorPort],
]) {
  if (!(await portIsFree(number))) {
    refuse(`Port ${number} is taken. Choose another: npm run demo -- --${name} ${number + 1}`);
  }
}
const data = resolve(`.data/demo-${port}`);
// Before anything of it is deleted: another demo may be about to begin on this port, too.
if (!(await holdName(data))) refuse(`Another demo uses ${data}. Choose another port: --port.`);
await freshBuild();

if (!keep && existsSync(data)) rmSync(data, { recursive: true });

// A history that is kept goes on under the key by which it was signed.
const keyFile = `${data}.checkpoint-key`;
if (!keep || !existsSync(keyFile)) {
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
