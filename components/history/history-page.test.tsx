import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { KeptUndoDialog } from "@/components/plan/kept-undo-dialog";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import type { HistoryRow, OperationRow } from "@/lib/contract/history";
import { HistoryPage } from "./history-page";
import { blocked, recordedOutcome, reviewResult, rowWith } from "@/lib/queries/testing/some-rows";

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** A decision about a guest of that name, as the server tells it. */
function entry(number: number, name: string): OperationRow {
  return {
    ...rowWith(blocked, {
      id: uuid(number),
      planId: uuid(900),
      guestId: uuid(1_000 + number),
      steps: blocked.operation.steps.map((step) => ({ ...step, id: uuid(number) })),
    }),
    id: uuid(number),
    seq: number,
    actor: { ...blocked.actor, id: uuid(901) },
    guest: { id: uuid(1_000 + number), displayName: name, mail: null },
    hash: "ab".repeat(32),
  };
}

async function openHistory(
  path: string,
  before: (given: Awaited<ReturnType<typeof createTestTenant>>) => void,
) {
  const given = await createTestTenant();
  before(given);
  const { user } = await renderPage(given, <HistoryPage />, { path });
  return { given, user };
}

/** The filters of every page of the history that was asked for. */
const asked = (requests: readonly string[]) =>
  requests.filter((line) => line.startsWith("GET /api/history"));

const keptUndos = () =>
  Object.keys(window.sessionStorage).filter((key) => key.startsWith("guestlist.undo"));

/** The button, once it is known that nothing stands against it. */
async function undoOffered(): Promise<HTMLElement> {
  const button = { name: "Undo this plan" };
  await waitFor(() => {
    expect(screen.getByRole("button", button)).not.toHaveAttribute("aria-disabled", "true");
  });
  return screen.getByRole("button", button);
}

/** What took a block back. */
function unblockOf(block: OperationRow, number: number, undoes: string | null): OperationRow {
  const steps = block.operation.steps.map((step) => ({
    ...step,
    id: uuid(number),
    name: "unblock",
  }));
  const of = { id: uuid(number), planId: uuid(950), kind: "unblock" as const, undoes, steps };
  return { ...rowWith(block, of), id: uuid(number), seq: number };
}

describe("The history", () => {
  test("says that nothing is recorded yet, but where it is filtered that no entry matches", async () => {
    const { user, given } = await openHistory(
      "/history?kind=block&result=refused",
      () => undefined,
    );
    expect(await screen.findByText("No entry matches these filters")).toBeInTheDocument();
    expect(asked(given.api.requests)).toContain("GET /api/history?kind=block&result=refused");
    await user.click(screen.getByRole("button", { name: "Clear all filters" }));
    expect(await screen.findByText("Nothing is recorded yet")).toBeInTheDocument();
    expect(window.location.search).toBe("");
  });

  test("opens the entry of a link, and leads from it to all of the same person", async () => {
    const { user, given } = await openHistory(`/history?entry=${uuid(2)}`, ({ api }) => {
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
      expect(asked(given.api.requests)).toContain(`GET /api/history?actor=${uuid(901)}`);
    });
  });

  test("leads from an entry to taking its plan back, and leaves alone whom a later operation changed", async () => {
    const ben = entry(2, "Ben of Partner");
    const again = { ...rowWith(ben, { planId: uuid(902) }), id: uuid(3), seq: 3 };
    const { user } = await openHistory(`/history?entry=${uuid(1)}`, ({ api }) => {
      api.history = [again, ben, entry(1, "Ada of Partner")];
    });
    await user.click(await undoOffered());
    const undo = await screen.findByRole("list", { name: "Guests in the plan" });
    expect(undo).toHaveTextContent(/^Ada of Partner/);
    expect(screen.getByRole("list", { name: "Who is left alone" })).toHaveTextContent(
      /^Ben of Partner.*A later operation changed this guest: left as is$/,
    );
    expect(screen.getByRole("heading", { name: "Undo: unblock" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Unblock 1 guest" })).toBeInTheDocument();
  });

  test("does not offer to undo what was taken back, and leads to what did it", async () => {
    const block = entry(1, "Ada of Partner");
    await openHistory(`/history?entry=${uuid(1)}`, ({ api }) => {
      api.history = [unblockOf(block, 5, block.id), block];
    });
    const panel = within(await screen.findByRole("dialog"));
    const takenBack = await panel.findByRole("region", { name: "Taken back" });
    expect(takenBack).toHaveTextContent(/^Taken backByUnblock sign-in.*: Done$/);
    expect(panel.queryByRole("button", { name: "Undo this plan" })).toBeNull();
    const link = within(takenBack).getByRole("link", { name: /^Unblock sign-in/ });
    expect(link).toHaveAttribute("href", `/history?guest=${uuid(1_001)}&entry=${uuid(5)}`);
  });

  test("names what an undo took back as a link, and offers to take the undo back", async () => {
    const block = entry(1, "Ada of Partner");
    await openHistory(`/history?entry=${uuid(5)}`, ({ api }) => {
      api.history = [unblockOf(block, 5, block.id), block];
    });
    const back = await screen.findByRole("link", { name: "Block sign-in: Ada of Partner" });
    expect(back).toHaveAttribute("href", `/history?guest=${uuid(1_001)}&entry=${uuid(1)}`);
    expect(await undoOffered()).toBeInTheDocument();
  });

  test("does not offer to undo what a later operation changed, and names that one", async () => {
    const block = entry(1, "Ada of Partner");
    await openHistory(`/history?entry=${uuid(1)}`, ({ api }) => {
      api.history = [unblockOf(block, 5, null), block];
    });
    const panel = within(await screen.findByRole("dialog"));
    const facts = await panel.findByRole("region", { name: "Cannot be undone" });
    expect(facts).toHaveTextContent(/Later operationUnblock sign-in.*: Done$/);
    expect(panel.queryByRole("button", { name: "Undo this plan" })).toBeNull();
  });

  test("takes nothing back where the second reading, at the confirmation, fails", async () => {
    const given = await createTestTenant({ consents: "everything" });
    given.api.history = [entry(1, "Ada of Partner")];
    const path = `/history?entry=${uuid(1)}`;
    const { user } = await renderPage(given, <HistoryPage />, { path });
    await user.click(await undoOffered());
    const confirm = await screen.findByRole("button", { name: "Unblock 1 guest" });
    await user.type(screen.getByRole("textbox", { name: "Reason" }), "Too early");
    await waitFor(() => {
      expect(confirm).not.toHaveAttribute("aria-disabled", "true");
    });
    given.api.instead = (request) =>
      request.url.includes("/api/history?") ? new Response("{}", { status: 503 }) : null;
    await user.click(confirm);
    expect(await screen.findByText(/Nothing was sent and nothing recorded/)).toBeInTheDocument();
    expect(given.api.requests.filter((line) => line.startsWith("POST"))).toEqual([]);
  });

  test("keeps the reason of an undo on the way to the consent page and back", async () => {
    const given = await createTestTenant({ consents: "everything" });
    given.api.history = [entry(1, "Ada of Partner")];
    await given.tenant.withdrawConsent("User.EnableDisableAccount.All");
    const path = `/history?entry=${uuid(1)}`;
    const { user, unmount } = await renderPage(given, <HistoryPage />, { path });
    await user.click(await undoOffered());
    await user.type(await screen.findByRole("textbox", { name: "Reason" }), "Too early");
    await user.click(await screen.findByRole("button", { name: "Give permission" }));
    unmount();
    expect(keptUndos()).toHaveLength(1);
    const page = (
      <>
        <HistoryPage />
        <KeptUndoDialog />
      </>
    );
    const back = await renderPage(given, page, { path: "/history" });
    expect(await screen.findByRole("textbox", { name: "Reason" })).toHaveValue("Too early");
    expect(await screen.findByRole("heading", { name: "Undo: unblock" })).toBeInTheDocument();
    await back.user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(keptUndos()).toEqual([]);
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
    const given = await createTestTenant({ consents: "everything" });
    const manuel = given.tenant.persona("Manuel Ortega").userId;
    const ids = { reviewId: uuid(9), instanceId: uuid(8), itemId: uuid(7), resourceId: uuid(6) };
    const row = (number: number, decision: string, reviewedBy: string | null): HistoryRow => ({
      ...reviewResult,
      ...{ id: uuid(number), seq: number, hash: "ab".repeat(32) },
      actor: { ...reviewResult.actor, id: uuid(901) },
      guest: { ...reviewResult.guest, id: uuid(1_000) },
      result: { ...reviewResult.result, ...ids, guestId: uuid(1_000), decision, reviewedBy },
    });
    given.api.history = [row(3, "NotReviewed", null), row(2, "Deny", null), row(1, "Deny", manuel)];
    await renderPage(given, <HistoryPage />, { path: `/history?entry=${uuid(1)}` });
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

  test("says that the entry of a link is not among those shown", async () => {
    await openHistory(`/history?entry=${uuid(3)}`, ({ api }) => {
      api.history = [entry(1, "Ada of Partner")];
    });
    expect(
      await screen.findByText(/The entry of this link is not among those shown/),
    ).toBeInTheDocument();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("that the server does not tell is asked for again by the button beside the failure", async () => {
    const { user, given } = await openHistory("/history", ({ api }) => {
      api.history = [entry(1, "Ada of Partner")];
      api.instead = ({ url }) =>
        url.includes("/api/history")
          ? Response.json({ kind: "invalid", message: "No.", field: null }, { status: 400 })
          : null;
    });
    expect(await screen.findByText(/The history below is not complete\./)).toBeInTheDocument();
    given.api.instead = () => null;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("1 entry, and that is all")).toBeInTheDocument();
    expect(screen.getByRole("table", { name: "Entries, newest first" })).toHaveTextContent(
      /Ada of Partner.*Block sign-in.*Grace.*Left the partner.*Done.*Observed/,
    );
    expect(screen.queryByText(/The history below is not complete\./)).toBeNull();
  });
});
