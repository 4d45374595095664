import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { recordedOutcome } from "@/lib/queries/testing/some-rows";
import { browserOutbox } from "@/lib/services/outbox";
import { corrections, entry, ID, openDialog, openEntry, uuid } from "./testing/correct-outcome";

describe("A correction beside what others do", () => {
  test("that somebody forestalled shows theirs beside one’s own, keeps the reason, and is decided again", async () => {
    const first = { ...recordedOutcome, entryId: uuid(50) };
    const row = entry({ outcome: first });
    const { testTenant, user, panel } = await openEntry(row);
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: /^Failed/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "She can sign in");
    const theirs = {
      ...{ ...recordedOutcome, entryId: uuid(51), result: "refused" as const },
      ...{ evidence: "reported" as const, correction: "The portal refused it", recordedAt: 7 },
      recordedBy: { id: uuid(902), displayName: "Olga Operator", mail: null },
    };
    testTenant.api.instead = ({ method, url }) => {
      if (method !== "POST" || !url.endsWith("/api/entries")) return null;
      testTenant.api.instead = () => null;
      testTenant.api.history = [{ ...row, outcome: theirs, earlierOutcomes: [first] }];
      const { entryId, result, evidence, detail, requestId, correction } = theirs;
      const outcome = { result, evidence, detail, requestId };
      testTenant.api.ledger.had({
        ...{ id: entryId, kind: "carried-out", operationId: ID, guestId: row.operation.guestId },
        ...{ outcome, correction, replaces: first.entryId, fence: 1 },
      });
      return null;
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
    expect(corrections(testTenant)).toEqual([]);
    await user.click(dialog.getByRole("radio", { name: /^Failed/ }));
    await user.click(record);
    await waitFor(() => {
      expect(corrections(testTenant)).toEqual([
        expect.objectContaining({ correction: "She can sign in", replaces: uuid(51) }),
      ]);
    });
  });

  test("that Entra’s audit log forestalled cannot be recorded any more, and says why", async () => {
    const row = entry({ outcome: { ...recordedOutcome, entryId: uuid(50) } });
    const { testTenant, user, panel } = await openEntry(row);
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: /^Failed/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "She can sign in");
    const auditRecord = { id: "a1", correlationId: ID };
    const proven = { ...recordedOutcome, evidence: "audited" as const, auditRecord, recordedAt: 7 };
    testTenant.api.instead = ({ method, url }) => {
      if (method !== "POST" || !url.endsWith("/api/entries")) return null;
      testTenant.api.history = [{ ...row, outcome: { ...proven, entryId: uuid(51) } }];
      const message = "“done” is recorded (audited), and this is no better evidence.";
      return Response.json({ kind: "conflict", message, field: null }, { status: 409 });
    };
    await user.click(dialog.getByRole("button", { name: "Record the correction" }));
    expect(
      await dialog.findByText(/proves this outcome, so it cannot be corrected/),
    ).toBeInTheDocument();
    expect(dialog.getByText(/You chose/)).toBeInTheDocument();
    expect(dialog.queryByRole("button", { name: "Record the correction" })).toBeNull();
    await user.click(dialog.getByRole("button", { name: "Close" }));
  });

  test("waits while the plan is carried out or resolved elsewhere: it is not said to be recorded", async () => {
    const { testTenant, user, panel } = await openEntry(entry());
    testTenant.api.instead = ({ method, url }) => {
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
    expect(corrections(testTenant)).toEqual([]);
  });

  test("comes after what this browser still keeps of the operation, which was said before", async () => {
    const row = entry({ outcome: { ...recordedOutcome, entryId: uuid(50) } });
    const { testTenant, user, panel } = await openEntry(row);
    const outcome = {
      result: "done",
      evidence: "reported",
      detail: null,
      requestId: null,
    } as const;
    const of = { operationId: ID, guestId: row.operation.guestId, fence: 1 };
    const { account: me } = await testTenant.sessionOf("Grace Okafor");
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: /^Failed/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "She can sign in");
    browserOutbox(me).keep({ id: uuid(60), kind: "carried-out", ...of, outcome });
    const before = testTenant.api.requests.length;
    await user.click(dialog.getByRole("button", { name: "Record the correction" }));
    await waitFor(() => {
      expect(corrections(testTenant)).toHaveLength(1);
    });
    expect(testTenant.api.requests.slice(before).filter((line) => line.startsWith("POST"))).toEqual(
      ["POST /api/entries", "POST /api/leases", "POST /api/entries", "POST /api/leases/release"],
    );
    expect(await browserOutbox(me).all()).toEqual([]);
  });
});
