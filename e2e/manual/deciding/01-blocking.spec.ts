import { expect, test } from "../../support/test.ts";

test("Blocking a dormant guest stops their sign-in and leaves a record", async ({
  page,
  reader,
  tenant,
}) => {
  const ada = await tenant.addGuest({
    name: "Ada of Partner",
    lastSeen: "200 days ago",
    groups: [{ name: "Project Falcon", kind: "team" }],
  });
  await tenant.addGuest({ name: "Ben of Partner", lastSeen: "2 days ago" });

  await test.step("Sign in. Ada is listed as stale, with the reason.", async () => {
    await reader.signIn("Grace Okafor", "/guests");
    await expect(
      reader.guestRow("Ada of Partner").getByTitle(/^Last signed in 200 days ago/),
    ).toBeVisible();
  });
  await test.step("Select her, choose Block and say why. The plan shows what changes.", async () => {
    await reader.select("Ada of Partner");
    await reader.decide("Block", "The project ended in spring");
    await expect(reader.dialog()).toContainText("Sign-in is blocked: apps get no new tokens.");
    await expect(reader.guestsInPlan()).toContainText(["Ada of Partner"]);
  });
  await test.step("The first time, Microsoft asks for your consent; you come back to your plan.", async () => {
    await reader.dialog().getByRole("button", { name: "Give permission" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(reader.dialog().getByRole("textbox", { name: "Reason" })).toHaveValue(
      "The project ended in spring",
    );
  });
  await test.step("Without a reason nothing is sent, and the field says what is missing.", async () => {
    await reader.giveReason("   ");
    await reader.confirm(/^Block 1 guest$/);
    await expect(reader.dialog()).toContainText("Say why: a reason is required.");
    expect(await tenant.effects()).toEqual([]);
  });
  await test.step("Cancel leaves everything as it was.", async () => {
    await reader.confirm(/^Cancel$/);
    await expect(reader.dialog()).toBeHidden();
    expect((await tenant.guestNamed("Ada of Partner"))?.accountEnabled).toBe(true);
    await reader.goTo("History");
    await expect(page.getByText("Nothing is recorded yet")).toBeVisible();
  });
  await test.step("Choose Block again, give the reason, confirm, and read the outcome.", async () => {
    await reader.goTo("Guests");
    await reader.select("Ada of Partner");
    await reader.decide("Block", "The project ended in spring");
    await reader.confirm(/^Block 1 guest$/);
    await expect(reader.outcomes()).toContainText(["Done"]);
    await reader.closeOutcomes();
  });
  await test.step("Her account is disabled in the directory, not only on the page.", async () => {
    expect((await tenant.guestNamed("Ada of Partner"))?.accountEnabled).toBe(false);
    expect((await tenant.guestNamed("Ben of Partner"))?.accountEnabled).toBe(true);
    await expect(reader.guestRow("Ada of Partner")).toContainText("Blocked");
  });
  await test.step("One thing was done: the account was disabled. Ending sessions has no effect on external users.", async () => {
    const me = tenant.persona("Grace Okafor").userId;
    const effects = await tenant.effects();
    expect(effects.map(({ kind, targetId, actorId }) => [kind, targetId, actorId])).toEqual([
      ["account-disabled", ada.id, me],
    ]);
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
    const panel = await reader.openGuest("Ada of Partner");
    await expect(panel).toContainText("Sign-in is blocked.");
    await expect(panel.getByRole("region", { name: "Footprint" })).toContainText("Project Falcon");
    await expect(panel.getByRole("region", { name: "History" })).toContainText(
      "The project ended in spring",
    );
    await expect(reader.operation("Unblock", "Act on this guest")).toBeEnabled();
    await panel.getByRole("button", { name: "Close" }).click();
  });
  await test.step("The history has who, when, why and what became of it.", async () => {
    await reader.goTo("History");
    const entry = page.getByRole("row").filter({ hasText: "Ada of Partner" });
    await expect(entry).toContainText("Grace Okafor");
    await expect(entry).toContainText("The project ended in spring");
    await expect(entry).toContainText("Done");
  });
});
