import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { THIRD_PARTY } from "./third-party";

interface Package {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Package;

test("The licences shown are those of what is installed", () => {
  const installed = Object.keys(read("package.json").dependencies ?? {}).map((name) => [
    name,
    read(`node_modules/${name}/package.json`).license,
  ]);
  expect(THIRD_PARTY).toEqual(installed);
});
