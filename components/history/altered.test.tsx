import { screen, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import * as files from "@/components/ui/save-file";
import type { HistoryRow } from "@/lib/contract/history";
import { entry, openHistory, uuid } from "./testing/open-history";

const saved = vi.spyOn(files, "saveFile").mockImplementation(() => undefined);

const { id, seq, recordedAt, actor, hash } = entry(2, "Ben of Partner");
const base = { id, seq, recordedAt, actor, hash };
const unreadable: HistoryRow = { ...base, reason: "", altered: true, kind: "unreadable" };
const erased: HistoryRow = {
  ...{ ...base, reason: "She asked for it", altered: false, kind: "person-erased" },
  ...{ personId: uuid(1_001), cards: 3, texts: 1, through: "page" },
};

const open = (...rows: readonly HistoryRow[]) =>
  openHistory(`/history?entry=${uuid(2)}`, ({ api }) => {
    api.history = [...rows];
  });

const rowOf = (name: string) => {
  const row = screen.getByText(name, { selector: "td *" }).closest("tr");
  if (row === null) throw new TypeError(`${name} is in no row.`);
  return row;
};

describe("What is not stored as it was recorded", () => {
  test("is marked in the list, and its panel says so before anything else", async () => {
    await open({ ...entry(2, "Ben of Partner"), altered: true }, entry(1, "Ada of Partner"));
    const panel = within(await screen.findByRole("dialog"));
    expect(panel.getByText(/is not stored as it was recorded/)).toBeInTheDocument();
    expect(panel.getByRole("link", { name: "Check the history" })).toHaveAttribute(
      "href",
      "/history/integrity",
    );
    expect(rowOf("Ben of Partner")).toHaveTextContent("Not as recorded");
    expect(rowOf("Ada of Partner")).not.toHaveTextContent("Not as recorded");
  });

  test("is marked in the row of its plan, too, which also says that it is an undo", async () => {
    const newest = { ...entry(2, "Ben of Partner"), altered: true };
    const undo = { ...newest, operation: { ...newest.operation, undoes: uuid(3) } };
    const results = [{ result: "done" as const, count: 2 }];
    const plans = [{ planId: uuid(900), operations: 2, kinds: ["block" as const], results }];
    await openHistory("/history", (testTenant) => {
      testTenant.api.instead = ({ url }) =>
        url.includes("by=plan") ? Response.json({ rows: [undo], plans, next: null }) : null;
    });
    const row = (await screen.findByRole("link", { name: /Ben of Partner/ })).closest("tr");
    expect(row).toHaveTextContent("2 operations");
    expect(row).toHaveTextContent("Not as recorded");
    expect(row).toHaveTextContent("(undo)");
  });

  test("and has no shape any more is listed as that, with its place and hash", async () => {
    await open(unreadable, entry(1, "Ada of Partner"));
    const panel = within(await screen.findByRole("dialog"));
    expect(panel.getByText(/is not stored as it was recorded/)).toBeInTheDocument();
    expect(panel.getByText(hash)).toBeInTheDocument();
    expect(rowOf("Cannot be read")).toHaveTextContent("Not readable");
  });
});

test("An erasing says who was erased, how much went, and by whom", async () => {
  await open(erased);
  const panel = within(await screen.findByRole("dialog"));
  expect(panel.getByText("What was erased")).toBeInTheDocument();
  expect(
    panel.getByRole("heading", { name: `Erase a person: ${uuid(1_001)}` }),
  ).toBeInTheDocument();
  expect(panel.getByText("3")).toBeInTheDocument();
  expect(panel.getByText("She asked for it")).toBeInTheDocument();
  expect(panel.queryByText(/is not stored as it was recorded/)).not.toBeInTheDocument();
});

describe("A proof of one entry", () => {
  test("is saved as the server makes it", async () => {
    const { user, testTenant } = await open(entry(2, "Ben of Partner"));
    testTenant.api.instead = ({ url }) =>
      url.includes("/api/integrity/proof")
        ? Response.json({ proof: "c2sp.org/tlog-proof\n" })
        : null;
    const panel = within(await screen.findByRole("dialog"));
    await user.click(panel.getByRole("button", { name: "Proof of this entry" }));
    await vi.waitFor(() => {
      expect(saved).toHaveBeenCalledExactlyOnceWith(
        "c2sp.org/tlog-proof\n",
        `${uuid(2)}.tlog-proof`,
        "text/plain",
      );
    });
  });
});

test("Who may erase comes from a guest to the page that does it", async () => {
  await open(entry(2, "Ben of Partner"));
  const panel = within(await screen.findByRole("dialog"));
  expect(panel.getByRole("link", { name: "Erase from the history…" })).toHaveAttribute(
    "href",
    `/settings/erase?person=${uuid(1_002)}`,
  );
});
