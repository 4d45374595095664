import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const lines = readFileSync("docs/glossary.md", "utf8").split("\n");
const terms = lines.filter((line) => /^ *- /.test(line));

/** Terms with a place in the code: the name and the file that exports it. */
const places = terms.flatMap((line) => {
  const [, name, file] = /Code: `(\w+)` in `([^`]+)`/.exec(line) ?? [];
  return name === undefined || file === undefined ? [] : [{ name, file }];
});

test.each(places)("$name, which the glossary names, is exported by $file", ({ name, file }) => {
  const exported = new RegExp(
    `^export (?:abstract |async )?(?:type|interface|class|const|function\\*?) ${name}\\b`,
    "m",
  );
  expect(readFileSync(file, "utf8")).toMatch(exported);
});

test("Every code word of a result or of evidence is one, and every line has one form", () => {
  const outcome = readFileSync("lib/domain/outcome.ts", "utf8");
  const words = terms.flatMap((line) => /Code word: `([\w-]+)`/.exec(line)?.[1] ?? []);
  for (const word of words) expect(outcome).toContain(`"${word}"`);
  expect(places.length + words.length).toBe(
    terms.filter((line) => /Code(?: word)?: /.test(line)).length,
  );
  expect(terms.filter((line) => !/^ *- \*\*[A-Z][\w -]+(, \w+)?\*\*: \S/.test(line))).toEqual([]);
});
