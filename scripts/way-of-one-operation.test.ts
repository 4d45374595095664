import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** The files of the list in docs/way-of-one-operation.md, in their order. */
function listed(): readonly string[] {
  const text = readFileSync("docs/way-of-one-operation.md", "utf8");
  return [...text.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = ""]) => file);
}

/** What a file imports from the project, as paths from its root without their ending. */
function importsOf(file: string): readonly string[] {
  const found = readFileSync(file, "utf8").matchAll(/(?:from |import\()"(\.[^"]+|@\/[^"]+)"/g);
  return [...found].map(([, from = ""]) =>
    from.startsWith("@/") ? from.slice(2) : normalize(join(dirname(file), from)),
  );
}

test("From the Block button to its request each file imports the next one, in at most ten hops", () => {
  const files = listed();
  expect(files.length).toBeGreaterThan(5);
  expect(files.length).toBeLessThanOrEqual(10);
  for (const [index, file] of files.slice(0, -1).entries()) {
    const next = (files[index + 1] ?? "").replace(/\.tsx?$/, "");
    expect(importsOf(file), `${file} imports ${next}`).toContain(next);
  }
  expect(readFileSync(files.at(-1) ?? "", "utf8")).toContain("graph.send(");
});
