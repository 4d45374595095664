import { expect, test } from "../support/test.ts";

test("When the directory refuses, the page says what happened and what to try", async ({
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await reader.mayActUnasked();
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("Plan to block Ada; meanwhile your role is taken away.", async () => {
    await reader.select("Ada of Partner");
    await reader.decide("Block", "The project ended");
    await expect(reader.decidedOn()).toHaveCount(1);
    await tenant.withdrawRole(tenant.persona("Grace Okafor").username, "User Administrator");
  });
  await test.step("Confirm. The outcome is Refused, with the words of the directory.", async () => {
    await reader.confirm(/^Block 1 guest$/);
    await expect(reader.outcomes()).toContainText([/Refused.*Graph answered 403/]);
    await expect(reader.dialog()).toContainText("Microsoft Graph refused");
  });
  await test.step("It says what was not done and whom to ask.", async () => {
    await expect(reader.dialog()).toContainText("Nothing more was sent.");
    await expect(reader.dialog()).toContainText("Ask a User Administrator, or activate the role.");
    await reader.closeOutcomes();
  });
  await test.step("Ada was not blocked, neither in the directory nor on the page.", async () => {
    expect((await tenant.guestNamed("Ada of Partner"))?.accountEnabled).toBe(true);
    expect(await tenant.effects()).toEqual([]);
    await expect(reader.guestRow("Ada of Partner")).toContainText("Stale");
  });
  await test.step("The history has the decision and its refusal.", async () => {
    await reader.goTo("History");
    await expect(reader.entries()).toHaveCount(1);
    await expect(reader.entries()).toContainText(["Refused"]);
  });
});

test("A run that is refused stops instead of trying everybody", async ({ reader, tenant }) => {
  const names = Array.from({ length: 40 }, (_, index) => `Guest ${String(index + 1)} of Partner`);
  for (const name of names) await tenant.addGuest({ name, lastSeen: "200 days ago" });
  await reader.mayActUnasked();
  const refused: string[] = [];
  reader.page.on("response", (response) => {
    if (response.request().method() === "PATCH") refused.push(String(response.status()));
  });
  await reader.signIn("Grace Okafor", "/guests?standing=stale");
  await reader.page.getByText("40 match.").waitFor();
  await reader.selectAll();
  await reader.decide("Block", "The project ended");
  await expect(reader.decidedOn()).toHaveCount(40);
  await tenant.withdrawRole(tenant.persona("Grace Okafor").username, "User Administrator");
  await test.step("Confirm: after the first refusals nothing more is sent.", async () => {
    await reader.confirm(/^Block 40 guests$/);
    await expect(reader.dialog()).toContainText("Microsoft Graph refused", { timeout: 30_000 });
    await expect(reader.outcomes().filter({ hasText: "Not attempted" }).first()).toBeVisible();
    await reader.closeOutcomes();
    expect(new Set(refused)).toEqual(new Set(["403"]));
    expect(refused.length).toBeLessThan(40);
    expect(await tenant.effects()).toEqual([]);
  });
});

test("What was refused can be tried again when the role is back", async ({ reader, tenant }) => {
  const grace = tenant.persona("Grace Okafor").username;
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await reader.mayActUnasked();
  await reader.signIn("Grace Okafor", "/guests");
  await reader.select("Ada of Partner");
  await reader.decide("Block", "The project ended");
  await expect(reader.decidedOn()).toHaveCount(1);
  await tenant.withdrawRole(grace, "User Administrator");
  await reader.confirm(/^Block 1 guest$/);
  await expect(reader.outcomes()).toContainText([/Refused/]);
  await test.step("Your role is given back. Choose to try again: the plan is made anew, with your reason.", async () => {
    await tenant.grantRole(grace, "User Administrator");
    await reader.confirm(/^Try 1 again$/);
    await expect(reader.decidedOn()).toContainText(["Ada of Partner"]);
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
    await reader.goTo("History");
    await expect(reader.entries()).toContainText(["Done", "Refused"]);
  });
});

test("Whoever may not block sees it before the click", async ({ page, reader, tenant }) => {
  await tenant.addGuest({ name: "Dan of Partner", state: "pending" });
  await reader.mayActUnasked();
  await reader.signIn("Ivan Petrov", "/guests");
  await reader.select("Dan of Partner");
  await test.step("Ivan invites guests. Block and Remove say which role they need.", async () => {
    for (const decision of ["Block", "Unblock", "Remove"]) {
      await expect(reader.decision(decision)).toBeDisabled();
      await expect(reader.decision(decision)).toHaveAccessibleDescription(
        "This needs one of the directory roles User Administrator, Global Administrator.",
      );
    }
  });
  await test.step("Pressing them does nothing.", async () => {
    await reader.decision("Block").click({ force: true });
    await expect(reader.dialog()).toHaveCount(0);
  });
  await test.step("To resend is what his role is for.", async () => {
    await expect(reader.decision("Resend invitation")).toBeEnabled();
    await reader.carryOut("Resend invitation", 1, "He lost the mail");
    const effects = await tenant.effects();
    expect(effects.map(({ kind }) => kind)).toEqual(["guest-invited-again", "invitation-mailed"]);
    expect(effects[0]?.actorId).toBe(tenant.persona("Ivan Petrov").userId);
    await expect(page.getByText("Dan of Partner").first()).toBeVisible();
  });
});
