import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import type { HistoryRow } from "@/lib/contract/history";
import { recordedOutcome, reviewResult } from "@/lib/queries/testing/some-rows";
import { HistoryPage } from "./history-page";
import { entry, openHistory, uuid } from "./testing/open-history";

/** The filters of every page of the history that was asked for. */
const historyRequests = (requests: readonly string[]) =>
  requests.filter((line) => line.startsWith("GET /api/history"));

describe("The history", () => {
  test("says that nothing is recorded yet, but where it is filtered that no entry matches", async () => {
    const { user, testTenant } = await openHistory(
      "/history?kind=block&result=refused",
      () => undefined,
    );
    expect(await screen.findByText("No entry matches these filters")).toBeInTheDocument();
    expect(historyRequests(testTenant.api.requests)).toContain(
      "GET /api/history?kind=block&result=refused",
    );
    await user.click(screen.getByRole("button", { name: "Clear all filters" }));
    expect(await screen.findByText("Nothing is recorded yet")).toBeInTheDocument();
    expect(window.location.search).toBe("");
  });

  test("is not read for a link with filters that mean nothing, which are named", async () => {
    const { user, testTenant } = await openHistory(
      "/history?guest=zzz&kind=ban&from=banana",
      ({ api }) => {
        api.history = [entry(1, "Ada of Partner")];
      },
    );
    const refusal = await screen.findByRole("alert");
    expect(refusal).toHaveTextContent(/guest “zzz”, operation “ban”, first day “banana”/);
    expect(screen.queryByRole("table")).toBeNull();
    expect(screen.queryByRole("button", { name: "Export CSV" })).toBeNull();
    expect(historyRequests(testTenant.api.requests)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Clear all filters" }));
    expect(await screen.findByText("1 entry in total")).toBeInTheDocument();
    expect(window.location.search).toBe("");
  });

  test("has a row a plan, which opens to its operations and can be undone as a whole", async () => {
    const rows = [
      entry(3, "Cleo of Partner"),
      entry(2, "Ben of Partner"),
      entry(1, "Ada of Partner"),
    ];
    const results = [
      { result: "done" as const, count: 2 },
      { result: "failed" as const, count: 1 },
    ];
    const plans = [{ planId: uuid(900), operations: 3, kinds: ["block" as const], results }];
    const { user, testTenant } = await openHistory("/history", ({ api }) => {
      api.history = rows;
      api.instead = ({ url }) =>
        url.includes("by=plan")
          ? Response.json({ rows: rows.slice(0, 1), plans, next: null })
          : null;
    });
    expect(await screen.findByText("1 row in total")).toBeInTheDocument();
    const table = screen.getByRole("table", { name: "Entries, newest first" });
    expect(table).toHaveTextContent(/Cleo of Partner and 2 more.*Block sign-in: 3 operations/);
    expect(table).toHaveTextContent(/2 done.*1 failed or not sent/);
    const toOperations = within(table).getByRole("link", { name: "Cleo of Partner and 2 more" });
    expect(toOperations).toHaveAttribute("href", `/history?plan=${uuid(900)}`);
    await user.click(screen.getByRole("switch", { name: "One row per plan" }));
    expect(await screen.findByText("3 entries in total")).toBeInTheDocument();
    expect(window.location.search).toBe("?by=entry");
    expect(historyRequests(testTenant.api.requests)).toContain("GET /api/history");
  });

  test("shows the operations of one plan, and takes them back together", async () => {
    const { user } = await openHistory(`/history?plan=${uuid(900)}`, ({ api }) => {
      api.history = [entry(2, "Ben of Partner"), entry(1, "Ada of Partner")];
    });
    expect(await screen.findByText("2 entries in total")).toBeInTheDocument();
    expect(screen.queryByRole("switch"), "each operation has its row here").toBeNull();
    await user.click(screen.getByRole("button", { name: "Undo this plan" }));
    expect(await screen.findByRole("dialog")).toHaveTextContent("Undo");
  });

  test("is searched by the server, and a search that finds too many people says so", async () => {
    const { user, testTenant } = await openHistory("/history", ({ api }) => {
      api.history = [entry(1, "Ada of Partner")];
      api.instead = ({ url }) =>
        url.includes("q=a&") || url.endsWith("q=a")
          ? Response.json(
              { kind: "invalid", message: "More than 1,000 people match.", field: "q" },
              { status: 400 },
            )
          : null;
    });
    const search = await screen.findByRole("searchbox", { name: "Search the history" });
    await user.type(search, "ada");
    await waitFor(() => {
      expect(historyRequests(testTenant.api.requests)).toContain("GET /api/history?q=ada");
    });
    expect(await screen.findByText("1 entry in total")).toBeInTheDocument();
    await user.clear(search);
    await user.type(search, "a");
    expect(await screen.findByText("More than 1,000 people match.")).toBeInTheDocument();
    expect(screen.queryByText(/error in Guestlist/)).toBeNull();
  });

  test("is printed once all of it was read", async () => {
    const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
    const { user } = await openHistory("/history?by=entry", ({ api }) => {
      api.instead = ({ url }) => {
        if (!url.includes("/api/history?") || url.includes("unresolved")) return null;
        const isSecond = url.includes("before=2");
        const rows = [isSecond ? entry(1, "Ada of Partner") : entry(2, "Ben of Partner")];
        return Response.json({ rows, next: isSecond ? null : 2 });
      };
    });
    expect(await screen.findByText("1 entry so far")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Print" }));
    await waitFor(() => {
      expect(print).toHaveBeenCalledOnce();
    });
    expect(screen.getByRole("table", { name: "Entries, newest first" })).toHaveTextContent(
      /Ben of Partner.*Ada of Partner/,
    );
    expect(screen.getByText(/^Rows: 2, all that match\. Read by/)).toBeInTheDocument();
  });

  test("opens the entry of a link, and leads from it to all of the same person", async () => {
    const { user, testTenant } = await openHistory(`/history?entry=${uuid(2)}`, ({ api }) => {
      api.history = [entry(2, "Ben of Partner"), entry(1, "Ada of Partner")];
    });
    const panel = within(await screen.findByRole("dialog"));
    expect(
      panel.getByRole("heading", { name: "Block sign-in: Ben of Partner" }),
    ).toBeInTheDocument();
    await user.click(panel.getByRole("button", { name: "All by this person" }));
    await waitFor(() => {
      expect(window.location.search).toBe(`?actor=${uuid(901)}`);
    });
    expect(await screen.findByRole("button", { name: "One person's only" })).toBeInTheDocument();
    await waitFor(() => {
      expect(historyRequests(testTenant.api.requests)).toContain(
        `GET /api/history?actor=${uuid(901)}`,
      );
    });
  });

  test("shows what was recorded before an outcome was corrected, and why it was", async () => {
    const block = entry(2, "Ben of Partner");
    const before = { ...recordedOutcome, detail: "It was read back." };
    const outcome = {
      ...recordedOutcome,
      result: "unknown" as const,
      recordedBy: { id: uuid(902), displayName: "Olga Operator", mail: null },
      correction: "A colleague blocked it, not this plan.",
    };
    await openHistory(`/history?entry=${uuid(2)}`, ({ api }) => {
      api.history = [{ ...block, outcome, earlierOutcomes: [before] }];
    });
    const panel = within(await screen.findByRole("dialog"));
    expect(panel.getByText("A colleague blocked it, not this plan.")).toBeInTheDocument();
    expect(panel.getByText("Olga Operator")).toBeInTheDocument();
    expect(panel.getByRole("heading", { name: "Earlier outcome, replaced" })).toBeInTheDocument();
    expect(panel.getByText("It was read back.")).toBeInTheDocument();
  });

  test("names the reviewer who decided, not the person who recorded it, in the list and in the panel", async () => {
    const testTenant = await createTestTenant({ consents: "everything" });
    const manuel = testTenant.tenant.persona("Manuel Ortega").userId;
    const ids = { reviewId: uuid(9), instanceId: uuid(8), itemId: uuid(7), resourceId: uuid(6) };
    const row = (number: number, decision: string, reviewedBy: string | null): HistoryRow => ({
      ...reviewResult,
      ...{ id: uuid(number), seq: number, hash: "ab".repeat(32) },
      actor: { ...reviewResult.actor, id: uuid(901) },
      guest: { ...reviewResult.guest, id: uuid(1_000) },
      result: { ...reviewResult.result, ...ids, guestId: uuid(1_000), decision, reviewedBy },
    });
    testTenant.api.history = [
      row(3, "NotReviewed", null),
      row(2, "Deny", null),
      row(1, "Deny", manuel),
    ];
    await renderPage(testTenant, <HistoryPage />, { path: `/history?entry=${uuid(1)}` });
    const panel = within(await screen.findByRole("dialog"));
    expect(await panel.findByText("Manuel Ortega")).toBeInTheDocument();
    const facts = panel.getAllByRole("definition").map(({ textContent }) => textContent);
    const terms = panel.getAllByRole("term").map(({ textContent }) => textContent);
    expect(facts[terms.indexOf("Decided by")]).toContain("Manuel Ortega");
    expect(facts[terms.indexOf("Recorded by")]).toBe("Grace");
    const table = screen.getByRole("table", { name: "Entries, newest first", hidden: true });
    const who = within(table)
      .getAllByRole("row", { hidden: true })
      .map((line) => within(line).queryAllByRole("cell", { hidden: true })[3]?.textContent);
    expect(who).toEqual([
      undefined,
      "NobodyRecorded by Grace",
      "Nobody: the default decidedRecorded by Grace",
      "Manuel OrtegaRecorded by Grace",
    ]);
    const when = within(table)
      .getAllByRole("row", { hidden: true })
      .map((line) => within(line).queryAllByRole("cell", { hidden: true })[0])
      .at(-1);
    const times = [...(when?.querySelectorAll("time") ?? [])].map(({ dateTime }) => dateTime);
    expect(times, "when Manuel decided, and beneath when it was copied").toEqual(
      [reviewResult.result.reviewedAt, reviewResult.recordedAt].map((at) =>
        new Date(at ?? Number.NaN).toISOString(),
      ),
    );
    expect(when).toHaveTextContent(/Recorded .*(UTC|GMT)/);
  });

  test("says that the entry of a link is not in the list yet", async () => {
    await openHistory(`/history?entry=${uuid(3)}`, ({ api }) => {
      api.history = [entry(1, "Ada of Partner")];
    });
    expect(
      await screen.findByText(/The entry of this link isn't in the list yet/),
    ).toBeInTheDocument();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("that the server does not tell is asked for again by the button beside the failure", async () => {
    const { user, testTenant } = await openHistory("/history", ({ api }) => {
      api.history = [entry(1, "Ada of Partner")];
      api.instead = ({ url }) =>
        url.includes("/api/history")
          ? Response.json({ kind: "invalid", message: "No.", field: null }, { status: 400 })
          : null;
    });
    expect(await screen.findByText(/The list below is incomplete\./)).toBeInTheDocument();
    testTenant.api.instead = () => null;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("1 entry in total")).toBeInTheDocument();
    expect(screen.getByRole("table", { name: "Entries, newest first" })).toHaveTextContent(
      /Ada of Partner.*Block sign-in.*Grace.*Left the partner.*Done.*Verified in the directory/,
    );
    expect(screen.queryByText(/The list below is incomplete\./)).toBeNull();
  });
});
