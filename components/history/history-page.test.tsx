import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
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
      /Ada of Partner.*Block sign-in.*Grace.*Left the partner.*Done.*Observed/,
    );
    expect(screen.queryByText(/The list below is incomplete\./)).toBeNull();
  });
});
