import { expect, test } from "../../support/test.ts";

test("When the directory refuses, the page says what happened and what to try, and it can be tried again", async ({
  reader,
  tenant,
}) => {
  const grace = tenant.persona("Grace Okafor").username;
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await reader.consentBeforehand();
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("Plan to block Ada; meanwhile your role is taken away.", async () => {
    await reader.select("Ada of Partner");
    await reader.decide("Block", "The project ended");
    await expect(reader.guestsInPlan()).toHaveCount(1);
    await tenant.withdrawRole(grace, "User Administrator");
  });
  await test.step("Confirm. The outcome is Refused, with the words of the directory.", async () => {
    await reader.confirm(/^Block 1 guest$/);
    await expect(reader.outcomes()).toContainText([/Refused.*Graph answered 403/]);
    await expect(reader.dialog()).toContainText("Microsoft Graph refused");
  });
  await test.step("It says what was not done and whom to ask.", async () => {
    await expect(reader.dialog()).toContainText("Nothing more was sent.");
    await expect(reader.dialog()).toContainText("Ask a User Administrator, or activate the role.");
  });
  await test.step("Ada was not blocked, neither in the directory nor on the page.", async () => {
    expect((await tenant.guestNamed("Ada of Partner"))?.accountEnabled).toBe(true);
    expect(await tenant.effects()).toEqual([]);
    const rows = reader.page.getByRole("row", { includeHidden: true });
    await expect(rows.filter({ hasText: "Ada of Partner" })).toContainText("Stale");
  });
  await test.step("Your role is given back. Choose to try again: the plan is made anew, with your reason.", async () => {
    await tenant.grantRole(grace, "User Administrator");
    await reader.confirm(/^Try again$/);
    await expect(reader.guestsInPlan()).toContainText(["Ada of Partner"]);
    await expect(reader.dialog().getByRole("textbox", { name: "Reason" })).toHaveValue(
      "The project ended",
    );
    expect(await tenant.effects()).toEqual([]);
  });
  await test.step("Confirm. Now it is done, in the directory too.", async () => {
    await reader.confirm(/^Block 1 guest$/);
    await expect(reader.outcomes()).toContainText([/Done/]);
    await reader.closeOutcomes();
    expect((await tenant.guestNamed("Ada of Partner"))?.accountEnabled).toBe(false);
  });
  await test.step("The history has both decisions, each with its own outcome.", async () => {
    await reader.openHistory();
    await expect(reader.entries()).toHaveCount(2);
    await expect(reader.entries()).toContainText(["Done", "Refused"]);
  });
});

test("A person who may not block sees it before the click", async ({ page, reader, tenant }) => {
  await tenant.addGuest({ name: "Dan of Partner", state: "pending" });
  await reader.consentBeforehand();
  await reader.signIn("Ivan Petrov", "/guests");
  await reader.select("Dan of Partner");
  await test.step("Ivan invites guests. Block and Remove say which role they need.", async () => {
    for (const decision of ["Block", "Unblock", "Remove"]) {
      await expect(reader.operation(decision)).toBeDisabled();
      await expect(reader.operation(decision)).toHaveAccessibleDescription(
        "This needs one of the directory roles User Administrator, Global Administrator.",
      );
    }
  });
  await test.step("Pressing them does nothing.", async () => {
    await reader.operation("Block").click({ force: true });
    await expect(reader.dialog()).toHaveCount(0);
  });
  await test.step("To resend is what his role is for.", async () => {
    await expect(reader.operation("Resend invitation")).toBeEnabled();
    await reader.carryOut("Resend invitation", 1, "He lost the mail");
    const effects = await tenant.effects();
    expect(effects.map(({ kind }) => kind)).toEqual(["guest-invited-again", "invitation-mailed"]);
    expect(effects[0]?.actorId).toBe(tenant.persona("Ivan Petrov").userId);
    await expect(page.getByText("Dan of Partner").first()).toBeVisible();
  });
});
