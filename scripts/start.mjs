// Runs the production build. Its configuration is read and checked by the server itself at start (lib/config).
import { existsSync } from "node:fs";
import { begin, portIsFree } from "./processes.mjs";

const port = process.env.PORT ?? "3000";
if (!existsSync(".next/standalone/server.js")) {
  console.error("There is no build to start. Run `npm run build` first.");
  process.exit(1);
}
if (!(await portIsFree(Number(port)))) {
  console.error(`Port ${port} is taken. Choose another with PORT=….`);
  process.exit(1);
}
const server = begin(process.execPath, [".next/standalone/server.js"], {
  env: {
    PORT: port,
    HOSTNAME: process.env.HOSTNAME_TO_BIND ?? "0.0.0.0",
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_MANUAL_SIG_HANDLE: "true",
  },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void server.stop());
process.exit((await server.ended).code);
