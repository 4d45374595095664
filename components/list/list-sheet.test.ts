import { expect, test } from "vitest";
import { listSheet } from "./list-sheet";

test("A sheet has the id of each row, then the columns that are data, and none that only shows something", () => {
  const columns = [
    { label: "Name", text: ({ name }: { readonly name: string }) => name },
    { label: "Picture" },
  ];
  const rows = [
    { id: "1", name: "Ada" },
    { id: "2", name: "=1+1" },
  ];
  expect(listSheet(rows, columns, { label: "Object id", of: ({ id }) => id })).toEqual({
    columns: ["Object id", "Name"],
    rows: [
      ["1", "Ada"],
      ["2", "=1+1"],
    ],
  });
});
