import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csvFrom, separatorFor } from "./csv";

const cellOf = (cell: string) => csvFrom({ columns: ["a"], rows: [[cell]] }).split("\r\n")[1];

describe("a CSV export", () => {
  test("begins with a byte order mark and its columns, and quotes every text", () => {
    const text = csvFrom({ columns: ["name", "mail"], rows: [["Ada", "ada@partner.example"]] });
    expect(text).toBe('\uFEFF"name","mail"\r\n"Ada","ada@partner.example"');
  });

  test.each([
    ['=HYPERLINK("https://evil.example","x")', `"'=HYPERLINK(""https://evil.example"",""x"")"`],
    ["+1+1", `"'+1+1"`],
    ["-1+1", `"'-1+1"`],
    ["@SUM(A1)", `"'@SUM(A1)"`],
    ["\t=1+1", `"'=1+1"`],
    ["\u200B=1+1", `"'=1+1"`],
    ["\u202E=1+1", `"'=1+1"`],
    ["\uFF1D1+1", `"'\uFF1D1+1"`],
  ])("makes %j text", (cell, expected) => {
    expect(cellOf(cell)).toBe(expected);
  });

  test.each([
    ["Ada;=1+1", `"Ada;'=1+1"`],
    ["Ada; @SUM(A1)", `"Ada; '@SUM(A1)"`],
    ["Ada|+1", `"Ada|'+1"`],
    ["Ada,-1", `"Ada,'-1"`],
    ["a;b;=1;=2", `"a;b;'=1;'=2"`],
  ])("makes %j text, whatever a spreadsheet takes for a separator", (cell, expected) => {
    expect(cellOf(cell)).toBe(expected);
  });

  test("holds no formula for a spreadsheet that splits at semicolons and ignores quotes", () => {
    const names = ["Ada;=1+1", '";=1+1', "=1;=2", "x;\t=3"];
    const text = csvFrom({ columns: ["name", "mail"], rows: names.map((name) => [name, "m"]) });
    const cells = text.split("\r\n").flatMap((line) => line.replaceAll('"', "").split(/[;,]/));
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  });

  test("leaves numbers, truths and gaps alone", () => {
    expect(csvFrom({ columns: ["n", "t", "g"], rows: [[-5, true, null]] })).toContain("-5,true,");
  });

  test("is split where the language's spreadsheets split, and read back cell by cell", () => {
    expect([separatorFor("en-GB"), separatorFor("de-DE")]).toEqual([",", ";"]);
    const rows = [["Ada; Partner", "a,b"]];
    const text = csvFrom({ columns: ["name", "note"], rows }, separatorFor("de-DE"));
    const { data, meta } = Papa.parse<string[]>(text.slice(1));
    expect(meta.delimiter).toBe(";");
    expect(data[1]).toEqual(rows[0]);
  });
});
