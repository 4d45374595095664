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

test("The head of a column of days says that they are days in UTC", () => {
  const created = { label: "Created", isUtcDay: true, text: () => "2026-11-30" };
  const { columns } = listSheet([{ id: "1" }], [created], { label: "Id", of: ({ id }) => id });
  expect(columns).toEqual(["Id", "Created (UTC)"]);
});
