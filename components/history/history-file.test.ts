import { expect, test } from "vitest";
import { historyFile } from "./history-file";
import { blocked, reviewCreated, reviewResult } from "@/lib/queries/testing/some-rows";

const EXPORT = {
  tenantId: "t1",
  filters: { subject: "r9" },
  exportedAt: Date.UTC(2026, 10, 30, 9),
  exportedBy: { id: "a1", name: "Grace" },
};

test("The file for programs has every row as the API gave it, whose it is, how it was filtered, and who exported it when", () => {
  const rows = [reviewCreated, blocked];
  const read: unknown = JSON.parse(JSON.stringify(historyFile(rows, EXPORT)));
  expect(read).toEqual({ ...EXPORT, exportedAt: "2026-11-30T09:00:00.000Z", rows });
});

test("It says of a review's result who decided and who recorded it", () => {
  const [row] = historyFile([reviewResult], EXPORT).rows;
  expect(row).toMatchObject({
    decidedBy: { kind: "reviewer", id: "u7" },
    recordedBy: { displayName: "Grace" },
  });
});
