import { expect, test } from "vitest";
import { historyFile } from "./history-file";
import { blocked, reviewCreated, reviewResult } from "@/lib/queries/testing/some-rows";

test("The file for programs has every row as the API gave it, whose it is and how it was filtered", () => {
  const rows = [reviewCreated, blocked];
  const read: unknown = JSON.parse(JSON.stringify(historyFile(rows, "t1", { subject: "r9" })));
  expect(read).toEqual({ tenantId: "t1", filters: { subject: "r9" }, rows });
});

test("It says of a review's result who decided and who recorded it", () => {
  const [row] = historyFile([reviewResult], "t1", {}).rows;
  expect(row).toMatchObject({
    decidedBy: { kind: "reviewer", id: "u7" },
    recordedBy: { displayName: "Grace" },
  });
});
