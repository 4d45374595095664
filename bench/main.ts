// Runs every benchmark, each beside its peer: npm run bench
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const here = import.meta.dirname;
const failed = readdirSync(here)
  .filter((file) => file.endsWith(".bench.ts"))
  .filter((file) => {
    console.log(`\n${file}`);
    const args = [
      "--conditions=react-server",
      "--import",
      "tsx",
      `${here}/${file}`,
      ...process.argv.slice(2),
    ];
    return spawnSync(process.execPath, args, { stdio: "inherit" }).status !== 0;
  });
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(", ")}`);
  process.exit(1);
}
