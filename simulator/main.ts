import { appendFileSync, writeFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { readArguments, type Arguments } from "./arguments.ts";
import { holdReviews } from "./demo/hold-reviews.ts";
import { simulator } from "./server.ts";
import { seedTenant } from "./state/seed/harborline.ts";
import { Tenants } from "./state/tenant.ts";

const options = readArguments(process.argv.slice(2));
if (typeof options === "string") {
  console.error(options);
  process.exitCode = 2;
} else {
  await start(options);
}

async function start({
  port,
  guests,
  seed,
  tenantId,
  clientId,
  appOrigin,
  record,
}: Arguments): Promise<void> {
  const origin = `http://localhost:${port}`;
  const tenants = new Tenants();
  const tenant = seedTenant({ id: tenantId, clientId, guests, seed });
  await holdReviews(tenant, seed);
  tenants.add(tenant);
  const app = simulator(tenants, { origin, clientId, appOrigin, ...recorder(record) });
  const server = serve({ fetch: app.fetch, port, hostname: "localhost" }, () => {
    console.log(
      `Simulator: ${origin} (${tenant.displayName}, tenant ${tenant.id}, ${guests} guests, seed ${seed})`,
    );
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    const taken = error.code === "EADDRINUSE";
    const words = taken ? `Port ${port} is taken. Choose another with --port.` : error.message;
    console.error(words);
    process.exit(1);
  });
  // Nothing here is worth saving, and open keep-alive connections would only hold the exit up.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
}

/** Begins the file anew: a recording is of one run. */
function recorder(file: string | undefined) {
  if (file === undefined) return {};
  writeFileSync(file, "");
  return {
    record: (line: string) => {
      appendFileSync(file, `${line}\n`);
    },
  };
}
