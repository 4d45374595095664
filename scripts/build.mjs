// The production build: the sign-in bridge, Next's standalone server with its files, and the weight of the first route.
import { cpSync, existsSync } from "node:fs";
import { run } from "./processes.mjs";

const step = async (command, args) => {
  const code = await run(command, args, { env: { NEXT_TELEMETRY_DISABLED: "1" } });
  if (code !== 0) process.exit(code);
};

await step(process.execPath, ["scripts/bridge.mjs"]);
await step(process.execPath, ["node_modules/next/dist/bin/next", "build"]);
cpSync(".next/static", ".next/standalone/.next/static", { recursive: true });
if (existsSync("public")) cpSync("public", ".next/standalone/public", { recursive: true });
await step(process.execPath, ["scripts/route-weight.mjs"]);
