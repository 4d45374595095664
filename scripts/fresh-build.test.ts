import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BRIDGE } from "./bridge.mjs";
import { sources } from "./fresh-build.mjs";

const filesIn = (folder: string) =>
  execFileSync("git", ["ls-files", folder], { encoding: "utf8" }).trim().split("\n");

test("A build is made anew when anything changes that it serves, or that says how to build and to weigh it", () => {
  const found = sources();
  expect(found).toEqual(expect.arrayContaining(filesIn("public").map((file) => join(file))));
  for (const script of ["bridge.mjs", "build.mjs", "route-weight.mjs"]) {
    expect(found).toContain(join("scripts", script));
  }
  expect(found).toEqual(expect.arrayContaining(["next.config.js", join("app", "layout.tsx")]));
});

test("What a build itself puts there, and what only tests read, makes none anew", () => {
  const found = sources();
  expect(found).not.toContain(BRIDGE);
  expect(found.filter((file) => /\.test\.tsx?$|[\\/]testing[\\/]/.test(file))).toEqual([]);
});
