import { randomBytes } from "node:crypto";
import { answering, begin } from "./processes.mjs";

/** The tenant and the app registration that the simulator begins with. */
export const TENANT = "5f0c2d54-6a3b-4f0e-9d1c-7a2b8e4f6c10";
const CLIENT = "b7a1c9e2-3d54-4c8f-a6b0-1e2f3d4c5b6a";

/** A key that signs checkpoints of the history: 32 random bytes. */
export const newCheckpointKey = () => randomBytes(32).toString("base64");

/**
 * The environment of an app on port `port` that speaks to the simulator at an origin, keeps its data in a folder, and
 * signs its history: with a key of its own unless one is given.
 */
export const appEnvironment = ({
  port,
  simulatorOrigin,
  data,
  checkpointKey = newCheckpointKey(),
}) => ({
  PORT: String(port),
  GUESTLIST_ORIGIN: `http://localhost:${port}`,
  ENTRA_TENANT_ID: TENANT,
  ENTRA_CLIENT_ID: CLIENT,
  SIMULATOR_ORIGIN: simulatorOrigin,
  DATABASE_URL: "",
  DATA_DIR: data,
  CHECKPOINT_KEY: checkpointKey,
});

/**
 * Starts a simulated tenant and the app on it, and waits until both answer. `stop` ends both. When one of them stops by
 * itself or does not answer, both are ended and `onFailure` is called with a sentence.
 */
export async function startProduct({
  port,
  simulatorPort,
  guests,
  seed,
  data,
  record,
  checkpointKey,
  onFailure,
}) {
  const origin = `http://localhost:${port}`;
  const simulatorOrigin = `http://localhost:${simulatorPort}`;
  const running = [];
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all(running.map((program) => program.stop()));
  };
  const fail = async (sentence) => {
    if (stopping) return;
    await stop();
    onFailure(sentence);
  };
  const start = async (name, script, { args = [], env = {}, url, seconds }) => {
    const program = begin(process.execPath, [...script, ...args.map(String)], { env, show: false });
    running.push(program);
    void program.ended.then(() => fail(`${name} stopped:\n${program.said()}`));
    if (await answering(url, seconds, program.ended)) return;
    await fail(`${name} did not answer at ${url}:\n${program.said()}`);
  };
  await Promise.all([
    start("The simulator", ["--import", "tsx", "simulator/main.ts"], {
      args: [
        ...["--port", simulatorPort, "--guests", guests, "--seed", seed, "--app-origin", origin],
        ...(record === undefined ? [] : ["--record", record]),
      ],
      url: `${simulatorOrigin}/control/health`,
      seconds: 90,
    }),
    start("Guestlist", ["scripts/start.mjs"], {
      env: appEnvironment({ port, simulatorOrigin, data, checkpointKey }),
      url: `${origin}/api/health`,
      seconds: 60,
    }),
  ]);
  return { origin, simulatorOrigin, stop };
}
