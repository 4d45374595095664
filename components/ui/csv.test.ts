import { describe, expect, test } from "vitest";
import { csvFrom } from "./csv";

const cellOf = (cell: string) => csvFrom({ columns: ["a"], rows: [[cell]] }).split("\r\n")[1];

describe("a CSV export", () => {
  test("begins with a byte order mark and its columns", () => {
    const text = csvFrom({ columns: ["name", "mail"], rows: [["Ada", "ada@partner.example"]] });
    expect(text).toBe("\uFEFFname,mail\r\nAda,ada@partner.example");
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

  test("quotes what would break a line or a column", () => {
    expect(cellOf('a,"b"')).toBe('"a,""b"""');
  });

  test("leaves numbers, truths and gaps alone", () => {
    expect(csvFrom({ columns: ["n", "t", "g"], rows: [[-5, true, null]] })).toContain("-5,true,");
  });
});
