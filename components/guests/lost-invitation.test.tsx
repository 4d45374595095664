import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { HistoryPage } from "@/components/history/history-page";
import { blocked, recordedOutcome } from "@/lib/queries/testing/some-rows";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import type { HistoryRow } from "@/lib/contract/history";
import { InvitationsPage } from "./invitations-page";

const DAN = "Dan of Partner";

/** What the server answers to the history page: the decisions of the ledger with their latest outcomes. */
function answerHistory({ api, tenant }: TestTenant): void {
  const rows = (): readonly HistoryRow[] =>
    api.ledger.operations().map((operation) => {
      const { id, reason, guestId } = operation;
      const outcome = api.ledger.outcomeOf(id);
      return {
        ...blocked,
        id,
        operation: { ...operation, steps: [...operation.steps] },
        reason,
        recordedAt: Date.now(),
        actor: { ...blocked.actor, id: tenant.persona("Grace Okafor").userId },
        guest: { id: guestId ?? "", displayName: DAN, mail: null },
        outcome: outcome && {
          ...recordedOutcome,
          ...outcome,
          recordedAt: Date.now(),
        },
      };
    });
  const isOpen = (row: HistoryRow) =>
    row.kind === "planned" && (row.outcome === null || row.outcome.result === "unknown");
  api.instead = ({ method, url }) => {
    const { pathname, searchParams } = new URL(url);
    if (method !== "GET" || pathname !== "/api/history") return null;
    const shown = searchParams.get("result") === "unresolved" ? rows().filter(isOpen) : rows();
    return Response.json({ rows: shown, next: null });
  };
}

/** Resends Dan's invitation while Graph's answer is lost, and opens the history. */
async function resendAndLookUp(kind: "gateway-timeout" | "gateway-timeout-after-accept") {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.addGuest({ name: DAN, state: "pending", invitedDaysAgo: 40 });
  await testTenant.tenant.conditions({
    faults: [{ kind, method: "POST", pathPrefix: "/invitations" }],
  });
  answerHistory(testTenant);
  const page = await renderPage(testTenant, <InvitationsPage />, { path: "/invitations" });
  await page.user.click(await screen.findByRole("checkbox", { name: `Select ${DAN}` }));
  const bar = within(screen.getByRole("toolbar", { name: "Act" }));
  await page.user.click(bar.getByRole("button", { name: "Resend invitation" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Resend invitation" }));
  await page.user.type(dialog.getByRole("textbox", { name: "Reason" }), "He lost the mail");
  await page.user.click(await dialog.findByRole("button", { name: "Resend 1 invitation" }));
  expect(await dialog.findByText(/^Unknown: sent, not confirmed/)).toBeInTheDocument();
  await page.user.click(await dialog.findByRole("button", { name: "Close" }));
  page.unmount();
  const { user } = await renderPage(testTenant, <HistoryPage />, { path: "/history" });
  expect(await screen.findByText("1 operation has no known outcome")).toBeInTheDocument();
  // The list is another reading than the notice above it.
  await screen.findByRole("row", { name: new RegExp(DAN) });
  return { testTenant, user, row: () => screen.getByRole("row", { name: new RegExp(DAN) }) };
}

test("The history offers to resolve an invitation of which no answer came, and the audit log resolves it", async () => {
  const { user, row } = await resendAndLookUp("gateway-timeout-after-accept");
  expect(row()).toHaveTextContent("Unknown");
  await user.click(screen.getByRole("button", { name: "Check outcomes now" }));
  await waitFor(() => {
    expect(row()).toHaveTextContent(/Done.*Matched in Entra’s audit log/);
  });
  expect(screen.queryByRole("button", { name: "Check outcomes now" })).toBeNull();
});

test("What the audit log does not know stays unknown, and the page says that it was not resolved", async () => {
  const { user, row } = await resendAndLookUp("gateway-timeout");
  await user.click(screen.getByRole("button", { name: "Check outcomes now" }));
  expect(await screen.findByText(/^1 operation still unknown/)).toBeInTheDocument();
  expect(row()).toHaveTextContent("Unknown");
  expect(screen.getByText("1 operation has no known outcome")).toBeInTheDocument();
});
