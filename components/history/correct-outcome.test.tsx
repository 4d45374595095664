import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import type { OperationRow } from "@/lib/contract/history";
import { blocked, recordedOutcome, rowWith } from "@/lib/queries/testing/some-rows";
import { browserOutbox } from "@/lib/services/browser-outbox";
import { HistoryPage } from "./history-page";

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const ID = uuid(1);
const REVOKE = uuid(2);

/** The block of a guest as the server tells it, with the request that revokes sessions where it had one. */
function entry(changes: Partial<OperationRow> = {}, more: readonly string[] = []): OperationRow {
  const steps = [ID, ...more].map((id, index) => ({
    id,
    name: index === 0 ? "block" : "end-sessions",
    request: {
      method: index === 0 ? ("PATCH" as const) : ("POST" as const),
      path: `/users/${uuid(1_001)}${index === 0 ? "" : "/revokeSignInSessions"}`,
      body: index === 0 ? { accountEnabled: false } : null,
    },
  }));
  const subject = { type: "guest" as const, id: uuid(1_001) };
  const of = { id: ID, planId: uuid(900), guestId: subject.id, subject, steps };
  return {
    ...rowWith(blocked, of),
    ...{ id: ID, subject, actor: { ...blocked.actor, id: uuid(901) }, hash: "ab".repeat(32) },
    guest: { id: subject.id, displayName: "Ada of Partner", mail: null },
    ...changes,
  };
}

/** The history with one entry, which tells of each outcome that is recorded from here. */
async function openEntry(row: OperationRow, persona = "Grace Okafor") {
  const given = await createTestTenant();
  const { api } = given;
  api.history = [row];
  const { operation } = row;
  await api.ledger.append({
    entries: [{ id: ID, kind: "planned", operation }],
    cards: [],
  });
  api.ledger.onDurable = (recorded) => {
    if (recorded.kind !== "carried-out") return;
    const { outcome, stepId, correction = null } = recorded;
    const recordedBy = { id: uuid(901), displayName: persona, mail: null };
    const now = { ...outcome, recordedAt: Date.UTC(2026, 10, 21), recordedBy, correction };
    api.history = api.history.map((each) => {
      if (each.kind !== "planned" || stepId !== undefined) return each;
      const before = each.outcome === null ? [] : [each.outcome];
      return { ...each, outcome: now, earlierOutcomes: [...each.earlierOutcomes, ...before] };
    });
  };
  const { user } = await renderPage(given, <HistoryPage />, {
    path: `/history?entry=${ID}`,
    persona,
  });
  const panel = await screen.findByRole("dialog");
  return { given, user, panel };
}

/** The form, which opens over the panel. */
async function openDialog() {
  await screen.findByRole("heading", { name: "Correct the outcome" });
  const dialog = screen.getAllByRole("dialog").at(-1);
  if (dialog === undefined) throw new Error("No dialog is open");
  return within(dialog);
}

const corrections = ({ api }: TestTenant) =>
  api.ledger.entries.flatMap((each) => (each.kind === "carried-out" ? [each] : []));

describe("Correcting an outcome", () => {
  test("asks for what is right and why, records both as a correction, and shows what was there before", async () => {
    const { given, user, panel } = await openEntry(entry());
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    expect(dialog.getByText(/The history says: Done\./)).toBeInTheDocument();
    expect(dialog.queryByRole("radio", { name: /^Done/ })).toBeNull();
    expect(dialog.queryByRole("radio", { name: /^Partly done/ })).toBeNull();
    const record = dialog.getByRole("button", { name: "Record the correction" });
    await user.click(record);
    expect(dialog.getByText("Choose what is right.")).toBeInTheDocument();
    expect(dialog.getByText("Say why: a reason is required.")).toBeInTheDocument();
    expect(corrections(given)).toEqual([]);
    await user.click(dialog.getByRole("radio", { name: /^Failed/ }));
    await user.click(record);
    expect(corrections(given)).toEqual([]);
    const reason = dialog.getByRole("textbox", { name: "Reason" });
    await user.type(reason, "The portal shows that she can still sign in.");
    await user.click(record);
    await waitFor(() => {
      expect(corrections(given)).toEqual([
        expect.objectContaining({
          operationId: ID,
          outcome: { result: "failed", evidence: "reported", detail: null, requestId: "r1" },
          correction: "The portal shows that she can still sign in.",
          fence: 1,
        }),
      ]);
    });
    expect(
      await within(panel).findByText("The portal shows that she can still sign in."),
    ).toBeInTheDocument();
    expect(within(panel).getByText("Grace Okafor")).toBeInTheDocument();
    expect(panel).toHaveTextContent("Reported. The person who corrected it says so");
    expect(screen.getByRole("table")).toHaveTextContent(/Failed Corrected/);
    const earlier = within(panel).getByRole("region", { name: "Earlier outcome, replaced" });
    expect(earlier).toHaveTextContent(/Done.*Observed.*Recorded byGrace/);
    expect(screen.queryByRole("heading", { name: "Correct the outcome" })).toBeNull();
    expect(
      given.sent.filter((line) => !line.startsWith("GET") && !line.includes("$batch")),
    ).toEqual([]);
  });

  test("of one of several requests changes what became of the whole as well", async () => {
    const outcome = { ...recordedOutcome, requestId: null };
    const step = { bound: null, createdId: null, outcome, earlierOutcomes: [] };
    const steps = [ID, REVOKE].map((stepId) => ({ ...step, stepId }));
    const { given, user, panel } = await openEntry(entry({ steps }, [REVOKE]));
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    await user.selectOptions(dialog.getByRole("combobox", { name: "Request" }), "End sessions");
    await user.click(dialog.getByRole("radio", { name: /^Failed/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Sessions went on");
    await user.click(dialog.getByRole("button", { name: "Record the correction" }));
    await waitFor(() => {
      expect(corrections(given)).toHaveLength(2);
    });
    expect(
      corrections(given).map(({ stepId, outcome, correction }) => [
        stepId,
        outcome.result,
        correction,
      ]),
    ).toEqual([
      [REVOKE, "failed", "Sessions went on"],
      [undefined, "partly-done", "Sessions went on"],
    ]);
  });

  test("that the history does not take is said to be not recorded, and what was written stays", async () => {
    const { given, user, panel } = await openEntry(entry());
    given.api.ledger.fateOf = () => "down";
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: /^Unknown/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Nobody saw it");
    await user.click(dialog.getByRole("button", { name: "Record the correction" }));
    expect(await dialog.findByText(/The correction was not recorded/)).toBeInTheDocument();
    expect(dialog.getByRole("textbox", { name: "Reason" })).toHaveValue("Nobody saw it");
    expect(corrections(given)).toEqual([]);
  });

  test("whose answer is lost is not said to be missing", async () => {
    const { given, user, panel } = await openEntry(entry());
    given.api.ledger.fateOf = () => "answer-lost";
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: /^Unknown/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Nobody saw it");
    await user.click(dialog.getByRole("button", { name: "Record the correction" }));
    expect(
      await dialog.findByText(/Whether the correction was recorded is not known/),
    ).toBeInTheDocument();
    expect(dialog.queryByText(/was not recorded/)).toBeNull();
  });

  test("that somebody forestalled shows theirs beside one’s own, keeps the reason, and is decided again", async () => {
    const first = { ...recordedOutcome, entryId: uuid(50) };
    const row = entry({ outcome: first });
    const { given, user, panel } = await openEntry(row);
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: /^Failed/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "She can sign in");
    const theirs = {
      ...{ ...recordedOutcome, entryId: uuid(51), result: "refused" as const },
      ...{ evidence: "reported" as const, correction: "The portal refused it", recordedAt: 7 },
      recordedBy: { id: uuid(902), displayName: "Olga Operator", mail: null },
    };
    given.api.instead = ({ method, url }) => {
      if (method !== "POST" || !url.endsWith("/api/entries")) return null;
      given.api.instead = () => null;
      given.api.history = [{ ...row, outcome: theirs, earlierOutcomes: [first] }];
      const message = "Somebody has recorded another outcome meanwhile.";
      const problem = { kind: "conflict", message, field: "entries[0].replaces" };
      return Response.json(problem, { status: 409 });
    };
    const record = dialog.getByRole("button", { name: "Record the correction" });
    await user.click(record);
    const both = await dialog.findByText("Somebody has recorded something else meanwhile");
    const notice = both.closest("[role=status]");
    expect(notice).toHaveTextContent(/Your correction was not recorded\./);
    expect(notice).toHaveTextContent(
      /nowRefused\. Recorded by Olga Operator.*The portal refused it/,
    );
    expect(notice).toHaveTextContent(/You choseFailed\. Not recorded\./);
    expect(dialog.queryByText(/The history is as it was/)).toBeNull();
    expect(dialog.getByText(/The history says: Refused\./)).toBeInTheDocument();
    expect(dialog.getByRole("textbox", { name: "Reason" })).toHaveValue("She can sign in");
    // Nothing is recorded again by a second click alone.
    expect(dialog.queryByRole("radio", { checked: true })).toBeNull();
    expect(dialog.queryByRole("radio", { name: /^Refused/ })).toBeNull();
    await user.click(record);
    expect(dialog.getByText("Choose what is right.")).toBeInTheDocument();
    expect(corrections(given)).toEqual([]);
    await user.click(dialog.getByRole("radio", { name: /^Failed/ }));
    await user.click(record);
    await waitFor(() => {
      expect(corrections(given)).toEqual([
        expect.objectContaining({ correction: "She can sign in", replaces: uuid(51) }),
      ]);
    });
  });

  test("that Entra’s audit log forestalled cannot be recorded any more, and says why", async () => {
    const row = entry({ outcome: { ...recordedOutcome, entryId: uuid(50) } });
    const { given, user, panel } = await openEntry(row);
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: /^Failed/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "She can sign in");
    const auditRecord = { id: "a1", correlationId: ID };
    const proven = { ...recordedOutcome, evidence: "audited" as const, auditRecord, recordedAt: 7 };
    given.api.instead = ({ method, url }) => {
      if (method !== "POST" || !url.endsWith("/api/entries")) return null;
      given.api.history = [{ ...row, outcome: { ...proven, entryId: uuid(51) } }];
      const message = "“done” is recorded (audited), and this is no better evidence.";
      return Response.json({ kind: "conflict", message, field: null }, { status: 409 });
    };
    await user.click(dialog.getByRole("button", { name: "Record the correction" }));
    expect(await dialog.findByText(/proves this outcome, so it cannot be corrected/)).toBeVisible();
    expect(dialog.getByText(/You chose/)).toBeInTheDocument();
    expect(dialog.queryByRole("button", { name: "Record the correction" })).toBeNull();
    await user.click(dialog.getByRole("button", { name: "Close" }));
  });

  test("waits while the plan is carried out or resolved elsewhere: it is not said to be recorded", async () => {
    const { given, user, panel } = await openEntry(entry());
    given.api.instead = ({ method, url }) => {
      if (method !== "POST" || !url.endsWith("/api/leases")) return null;
      const message = "This plan is being carried out somewhere else.";
      return Response.json({ kind: "conflict", message, field: "planId" }, { status: 409 });
    };
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: /^Unknown/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Nobody saw it");
    await user.click(dialog.getByRole("button", { name: "Record the correction" }));
    expect(
      await dialog.findByText("This plan is being carried out or resolved now."),
    ).toBeInTheDocument();
    expect(dialog.getByText(/The correction was not recorded/)).toBeInTheDocument();
    expect(screen.queryByText("The correction is recorded")).toBeNull();
    expect(corrections(given)).toEqual([]);
  });

  test("comes after what this browser still keeps of the operation, which was said before", async () => {
    const row = entry({ outcome: { ...recordedOutcome, entryId: uuid(50) } });
    const { given, user, panel } = await openEntry(row);
    const outcome = {
      result: "done",
      evidence: "reported",
      detail: null,
      requestId: null,
    } as const;
    const of = { operationId: ID, guestId: row.operation.guestId, fence: 1 };
    const { account: me } = await given.sessionOf("Grace Okafor");
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: /^Failed/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "She can sign in");
    browserOutbox(me).keep({ id: uuid(60), kind: "carried-out", ...of, outcome });
    const before = given.api.requests.length;
    await user.click(dialog.getByRole("button", { name: "Record the correction" }));
    await waitFor(() => {
      expect(corrections(given)).toHaveLength(1);
    });
    expect(given.api.requests.slice(before).filter((line) => line.startsWith("POST"))).toEqual([
      "POST /api/entries",
      "POST /api/leases",
      "POST /api/entries",
      "POST /api/leases/release",
    ]);
    expect(await browserOutbox(me).all()).toEqual([]);
  });

  test("is not for a reader, who is told which role it needs", async () => {
    const { user, panel } = await openEntry(entry(), "Rhea Castellanos");
    const button = within(panel).getByRole("button", { name: "Correct the outcome" });
    expect(button).toHaveAttribute("aria-disabled", "true");
    expect(button).toHaveAccessibleDescription("Requires the app role Governance.Operator.");
    await user.click(button);
    expect(screen.queryByRole("heading", { name: "Correct the outcome" })).toBeNull();
  });

  test("is not possible where Entra’s audit log proves the outcome", async () => {
    const auditRecord = { id: "a1", correlationId: ID };
    const outcome = { ...recordedOutcome, evidence: "audited" as const, auditRecord };
    const { panel } = await openEntry(entry({ outcome }));
    expect(
      within(panel).getByRole("button", { name: "Correct the outcome" }),
    ).toHaveAccessibleDescription(
      "A record in Entra’s audit log proves this outcome, so it cannot be corrected.",
    );
  });
});
