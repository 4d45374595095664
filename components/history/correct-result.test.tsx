import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import type { HistoryRow } from "@/lib/contract/history";
import { reviewResult } from "@/lib/queries/testing/some-rows";
import { HistoryPage } from "./history-page";

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

type Resulted = Extract<HistoryRow, { kind: "review-result" }>;

/** A Deny whose access is said to be gone. */
const copied: Resulted = {
  ...reviewResult,
  ...{ id: uuid(1), hash: "ab".repeat(32), guest: { ...reviewResult.guest, id: uuid(1_001) } },
  actor: { ...reviewResult.actor, id: uuid(901) },
  result: {
    ...reviewResult.result,
    ...{ reviewId: uuid(9), instanceId: uuid(8), itemId: uuid(7), resourceId: uuid(6) },
    ...{ guestId: uuid(1_001), reviewedBy: null, access: "gone", notApplied: null },
  },
};

async function openEntry(row: HistoryRow, persona = "Grace Okafor") {
  const testTenant = await createTestTenant();
  testTenant.api.history = [row];
  if (row.kind === "review-result") {
    testTenant.api.ledger.had({ id: row.id, kind: "review-result", result: row.result });
  }
  const path = `/history?entry=${row.id}`;
  const { user } = await renderPage(testTenant, <HistoryPage />, { path, persona });
  return { testTenant, user, panel: within(await screen.findByRole("dialog")) };
}

async function openDialog() {
  await screen.findByRole("heading", { name: "Correct what became of the access" });
  const dialog = screen.getAllByRole("dialog").at(-1);
  if (dialog === undefined) throw new Error("No dialog is open");
  return within(dialog);
}

const corrections = ({ api }: TestTenant) =>
  api.ledger.entries.flatMap((each) => (each.kind === "review-result" ? [each] : []));

describe("Correcting whether a review was applied", () => {
  test("asks for what is right and why, and leaves what Entra said as it was", async () => {
    const { testTenant, user, panel } = await openEntry(copied);
    await user.click(panel.getByRole("button", { name: "Correct what became of it" }));
    const dialog = await openDialog();
    expect(dialog.getByText(/The history says: Access gone\./)).toBeInTheDocument();
    const record = dialog.getByRole("button", { name: "Record the correction" });
    await user.click(record);
    expect(dialog.getByText("Choose what is right.")).toBeInTheDocument();
    expect(dialog.getByText("Say why: a reason is required.")).toBeInTheDocument();
    await user.click(dialog.getByRole("radio", { name: "The guest still has the access" }));
    await user.selectOptions(
      dialog.getByRole("combobox", { name: "Why the Deny was not applied" }),
      "nested-group",
    );
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "In an inner group");
    await user.click(record);
    await waitFor(() => {
      expect(corrections(testTenant)).toEqual([
        {
          id: expect.any(String) as string,
          kind: "review-result",
          corrects: copied.id,
          correction: "In an inner group",
          result: { ...copied.result, access: "still-there", notApplied: "nested-group" },
        },
      ]);
    });
  });

  test("that the history refuses is said to be not recorded", async () => {
    const { testTenant, user, panel } = await openEntry(copied);
    testTenant.api.instead = ({ method }) =>
      method === "POST"
        ? Response.json(
            { kind: "forbidden", message: "This needs the app role.", field: null },
            { status: 403 },
          )
        : null;
    await user.click(panel.getByRole("button", { name: "Correct what became of it" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: /^It is not known/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Nobody looked");
    await user.click(dialog.getByRole("button", { name: "Record the correction" }));
    expect(await dialog.findByText(/The correction was not recorded/)).toBeInTheDocument();
    expect(corrections(testTenant)).toEqual([]);
  });

  test("that somebody forestalled shows theirs beside one’s own, keeps the reason, and is decided again", async () => {
    const { testTenant, user, panel } = await openEntry(copied);
    await user.click(panel.getByRole("button", { name: "Correct what became of it" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: "The guest still has the access" }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "In an inner group");
    const correction = {
      ...{ entryId: uuid(51), reason: "Nobody has looked", recordedAt: 7 },
      recordedBy: { id: uuid(902), displayName: "Olga Operator", mail: null },
    };
    testTenant.api.instead = ({ method }) => {
      if (method !== "POST") return null;
      testTenant.api.instead = () => null;
      const result = { ...copied.result, access: "unread" as const };
      const earlierAccess = [{ access: "gone" as const, notApplied: null, correction: null }];
      testTenant.api.history = [{ ...copied, result, correction, earlierAccess }];
      testTenant.api.ledger.had({
        ...{ id: correction.entryId, kind: "review-result", result, corrects: copied.id },
        correction: correction.reason,
      });
      return null;
    };
    const record = dialog.getByRole("button", { name: "Record the correction" });
    await user.click(record);
    const both = await dialog.findByText("Somebody has recorded something else meanwhile");
    const notice = both.closest("[role=status]");
    expect(notice).toHaveTextContent(/nowNot read\. Recorded by Olga Operator.*Nobody has looked/);
    expect(notice).toHaveTextContent(/You choseStill has access: .*\. Not recorded\./);
    expect(dialog.queryByText(/The history is as it was/)).toBeNull();
    expect(dialog.getByText(/The history says: Not read\./)).toBeInTheDocument();
    expect(dialog.getByRole("textbox", { name: "Reason" })).toHaveValue("In an inner group");
    expect(dialog.queryByRole("radio", { checked: true })).toBeNull();
    await user.click(record);
    expect(corrections(testTenant)).toEqual([]);
    await user.click(dialog.getByRole("radio", { name: "The guest still has the access" }));
    await user.click(record);
    await waitFor(() => {
      expect(corrections(testTenant)).toEqual([
        expect.objectContaining({ correction: "In an inner group", replaces: uuid(51) }),
      ]);
    });
  });

  test.each([
    ["the card of a guest who has one", "Ada of Partner", 1],
    ["no card of a guest who was erased", null, 0],
  ])("sends %s", async (_what, displayName, cards) => {
    const { testTenant, user, panel } = await openEntry({
      ...copied,
      guest: { ...copied.guest, displayName, mail: null },
    });
    await user.click(panel.getByRole("button", { name: "Correct what became of it" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: /^It is not known/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Nobody looked");
    await user.click(dialog.getByRole("button", { name: "Record the correction" }));
    await waitFor(() => {
      expect(corrections(testTenant)).toHaveLength(1);
    });
    expect(testTenant.api.ledger.requests.at(-1)?.cards).toHaveLength(cards);
  });

  test("shows what was copied beside the correction, and both with who and when", async () => {
    const recordedBy = { id: uuid(902), displayName: "Olga Operator", mail: null };
    const { panel } = await openEntry({
      ...copied,
      result: { ...copied.result, access: "unread" },
      correction: { reason: "Nobody has looked", recordedAt: Date.UTC(2026, 10, 21), recordedBy },
      earlierAccess: [{ access: "gone", notApplied: null, correction: null }],
    });
    const now = panel.getByRole("region", { name: "What became of the access" });
    expect(now).toHaveTextContent(
      /Not read.*Corrected becauseNobody has looked.*Corrected byOlga Operator/,
    );
    expect(panel.getByRole("region", { name: "Earlier, corrected" })).toHaveTextContent(
      /Access gone.*Recorded byGrace/,
    );
  });

  test("is not for a reader, who is told which role it needs", async () => {
    const { panel } = await openEntry(copied, "Rhea Castellanos");
    expect(
      panel.getByRole("button", { name: "Correct what became of it" }),
    ).toHaveAccessibleDescription(
      "You have read-only access. To act, you need the app role Governance.Operator.",
    );
  });
});
