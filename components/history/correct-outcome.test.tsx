import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { recordedOutcome } from "@/lib/queries/testing/some-rows";
import { pressInVain } from "@/components/testing/patient-user";
import { corrections, entry, ID, openDialog, openEntry, REVOKE } from "./testing/correct-outcome";

describe("Correcting an outcome", () => {
  test("asks for what is right and why, records both as a correction, and shows what was there before", async () => {
    const { testTenant, user, panel } = await openEntry(entry());
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    expect(dialog.getByText(/The history says: Done\./)).toBeInTheDocument();
    expect(dialog.queryByRole("radio", { name: /^Done/ })).toBeNull();
    expect(dialog.queryByRole("radio", { name: /^Partly done/ })).toBeNull();
    const record = dialog.getByRole("button", { name: "Record the correction" });
    await user.click(record);
    expect(dialog.getByText("Choose what is right.")).toBeInTheDocument();
    expect(dialog.getByText("Say why: a reason is required.")).toBeInTheDocument();
    expect(corrections(testTenant)).toEqual([]);
    await user.click(dialog.getByRole("radio", { name: /^Failed/ }));
    await user.click(record);
    expect(corrections(testTenant)).toEqual([]);
    const reason = dialog.getByRole("textbox", { name: "Reason" });
    await user.type(reason, "The portal shows that she can still sign in.");
    await user.click(record);
    await waitFor(() => {
      expect(corrections(testTenant)).toEqual([
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
    expect(panel).toHaveTextContent("Stated by a person. The person who corrected it says so");
    expect(screen.getByRole("table")).toHaveTextContent(/Failed Corrected/);
    const earlier = within(panel).getByRole("region", { name: "Earlier outcome, replaced" });
    expect(earlier).toHaveTextContent(/Done.*Verified in the directory.*Recorded byGrace/);
    expect(screen.queryByRole("heading", { name: "Correct the outcome" })).toBeNull();
    expect(
      testTenant.sent.filter((line) => !line.startsWith("GET") && !line.includes("$batch")),
    ).toEqual([]);
  });

  test("of one of several requests changes what became of the whole as well", async () => {
    const outcome = { ...recordedOutcome, requestId: null };
    const step = { bound: null, createdId: null, outcome, earlierOutcomes: [] };
    const steps = [ID, REVOKE].map((stepId) => ({ ...step, stepId }));
    const { testTenant, user, panel } = await openEntry(entry({ steps }, [REVOKE]));
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    await user.selectOptions(dialog.getByRole("combobox", { name: "Request" }), "End sessions");
    await user.click(dialog.getByRole("radio", { name: /^Failed/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Sessions went on");
    await user.click(dialog.getByRole("button", { name: "Record the correction" }));
    await waitFor(() => {
      expect(corrections(testTenant)).toHaveLength(2);
    });
    expect(
      corrections(testTenant).map(({ stepId, outcome, correction }) => [
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
    const { testTenant, user, panel } = await openEntry(entry());
    testTenant.api.ledger.fateOf = () => "down";
    await user.click(within(panel).getByRole("button", { name: "Correct the outcome" }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole("radio", { name: /^Unknown/ }));
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Nobody saw it");
    await user.click(dialog.getByRole("button", { name: "Record the correction" }));
    expect(await dialog.findByText(/The correction was not recorded/)).toBeInTheDocument();
    expect(dialog.getByRole("textbox", { name: "Reason" })).toHaveValue("Nobody saw it");
    expect(corrections(testTenant)).toEqual([]);
  });

  test("whose answer is lost is not said to be missing", async () => {
    const { testTenant, user, panel } = await openEntry(entry());
    testTenant.api.ledger.fateOf = () => "answer-lost";
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

  test("is not for a reader, who is told which role it needs", async () => {
    const { user, panel } = await openEntry(entry(), "Rhea Castellanos");
    const button = within(panel).getByRole("button", { name: "Correct the outcome" });
    expect(button).toHaveAttribute("aria-disabled", "true");
    expect(button).toHaveAccessibleDescription(
      "You have read-only access. To act, you need the app role Governance.Operator.",
    );
    await pressInVain(user, button);
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
