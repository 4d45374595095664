import { expect, test } from "../support/test.ts";

test("Blocking a dormant guest stops their sign-in and leaves a record", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await tenant.addGuest({ name: "Ben of Partner", lastSeen: "2 days ago" });

  await test.step("Sign in. Ada is listed as stale, with the reason.", async () => {
    await reader.signIn("Grace Okafor", "/guests");
    await expect(reader.guestRow("Ada of Partner")).toContainText("Last signed in 200 days ago");
  });
  await test.step("Select her, choose Block and say why. The plan shows what changes.", async () => {
    await reader.select("Ada of Partner");
    await reader.decide("Block", "The project ended in spring");
    await expect(reader.dialog()).toContainText("Sign-in is blocked and sessions are revoked");
    await expect(reader.dialog().getByRole("list", { name: "Who is decided on" })).toContainText(
      "Ada of Partner",
    );
  });
  await test.step("The first time, Microsoft asks for your consent; you come back to your plan.", async () => {
    await reader.dialog().getByRole("button", { name: "Give permission" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(reader.dialog().getByRole("textbox", { name: "Reason" })).toHaveValue(
      "The project ended in spring",
    );
  });
  await test.step("Nothing was sent so far. Confirm, and read the outcome.", async () => {
    expect(await tenant.effects()).toEqual([]);
    await reader.confirm(/^Block 1 guest/);
    await expect(reader.dialog().getByRole("list", { name: "Outcomes" })).toContainText("Done");
    await reader.dialog().getByRole("button", { name: "Close" }).click();
  });
  await test.step("Her account is disabled in the directory, not only on the page.", async () => {
    expect((await tenant.guestNamed("Ada of Partner"))?.accountEnabled).toBe(false);
    expect((await tenant.guestNamed("Ben of Partner"))?.accountEnabled).toBe(true);
    await expect(reader.guestRow("Ada of Partner")).toContainText("Blocked");
  });
  await test.step("The history has who, when, why and what became of it.", async () => {
    await reader.goTo("History");
    const entry = page.getByRole("row").filter({ hasText: "Ada of Partner" });
    await expect(entry).toContainText("Grace Okafor");
    await expect(entry).toContainText("The project ended in spring");
    await expect(entry).toContainText("Done");
  });
});

test("Groups, apps and files stay with a guest who is blocked", async ({ reader, tenant }) => {
  const groups = [{ name: "Project Falcon", kind: "team" as const }];
  const ada = await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago", groups });
  await reader.mayActUnasked();
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("Open her and choose Block there: one guest needs no selection.", async () => {
    await reader.openGuest("Ada of Partner");
    await reader.decision("Block", "Decide on this guest").click();
    await reader.giveReason("The project ended in spring");
    await reader.confirm(/^Block 1 guest$/);
    await reader.closeOutcomes();
  });
  await test.step("Two things were done: the account disabled, the sessions ended.", async () => {
    const effects = await tenant.effects();
    expect(effects.map(({ kind, targetId }) => [kind, targetId])).toEqual([
      ["account-disabled", ada.id],
      ["sessions-revoked", ada.id],
    ]);
    expect(effects.map(({ actorId }) => actorId)).toEqual(
      Array(2).fill(tenant.persona("Grace Okafor").userId),
    );
  });
  await test.step("Entra's own audit log has it under the person's name.", async () => {
    const disabled = (await tenant.audits()).filter(
      ({ activityDisplayName }) => activityDisplayName === "Disable account",
    );
    expect(disabled).toMatchObject([
      { initiatedBy: { user: { displayName: "Grace Okafor" } }, targetResources: [{ id: ada.id }] },
    ]);
  });
  await test.step("Her panel says that she is blocked, keeps her groups and offers to unblock.", async () => {
    const panel = reader.panel();
    await expect(panel).toContainText("Sign-in is blocked.");
    await expect(panel.getByRole("region", { name: "Footprint" })).toContainText("Project Falcon");
    await expect(panel.getByRole("region", { name: "History of decisions" })).toContainText(
      "The project ended in spring",
    );
    await expect(reader.decision("Unblock", "Decide on this guest")).toBeEnabled();
  });
});

test("A decision needs a reason", async ({ reader, tenant }) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await reader.mayActUnasked();
  await reader.signIn("Grace Okafor", "/guests");
  await reader.select("Ada of Partner");
  await reader.decide("Block", "   ");
  await reader.confirm(/^Block 1 guest$/);
  await test.step("Without one, nothing is sent and the field says what is missing.", async () => {
    await expect(reader.dialog()).toContainText("Say why: a reason is required.");
    expect(await tenant.effects()).toEqual([]);
  });
  await test.step("Cancel leaves everything as it was.", async () => {
    await reader.confirm(/^Cancel$/);
    await expect(reader.dialog()).toBeHidden();
    expect((await tenant.guestNamed("Ada of Partner"))?.accountEnabled).toBe(true);
    await reader.goTo("History");
    await expect(reader.page.getByText("Nothing has been decided yet")).toBeVisible();
  });
});
