import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The folder with PostgreSQL's programs, or undefined. */
function find() {
  const packaged = "/usr/lib/postgresql";
  const versions = existsSync(packaged) ? readdirSync(packaged) : [];
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(packaged, version, "bin")),
    "/opt/homebrew/opt/postgresql/bin",
    "/usr/local/opt/postgresql/bin",
  ];
  return folders.find(
    (folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")),
  );
}

function install() {
  const root = process.getuid?.() === 0;
  if (!root || spawnSync("apt-get", ["--version"]).error) return;
  console.error("PostgreSQL is missing: installing Debian's package postgresql.");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words) =>
    spawnSync("apt-get", words, { stdio: "ignore", env: environment }).status === 0;
  if (!apt("install", "-y", "postgresql")) apt("update") && apt("install", "-y", "postgresql");
}

/** The folder with PostgreSQL's programs, installed if need be; undefined where they cannot be had. */
export function postgresPrograms() {
  if (find() === undefined) install();
  return find();
}
