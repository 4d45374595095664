import { expect, test } from "../../support/test.ts";

test("A removed guest can be restored with their groups, and a removal be undone at once", async ({
  page,
  reader,
  tenant,
}) => {
  const ada = await tenant.addGuest({
    name: "Ada of Partner",
    lastSeen: "200 days ago",
    groups: [{ name: "Project Falcon", kind: "team" }],
  });
  await reader.consentBeforehand();
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("Select her and choose Remove. The plan says for how long it can be undone.", async () => {
    await reader.select("Ada of Partner");
    await reader.decide("Remove", "Left the partner");
    await expect(reader.dialog()).toContainText("It can be restored for 30 days");
    await reader.confirm(/^Remove 1 guest$/);
    await expect(reader.outcomes()).toContainText(["Done"]);
    await reader.closeOutcomes();
  });
  await test.step("She is gone from the list, and deleted in the directory, not for good.", async () => {
    await expect(reader.guestRow("Ada of Partner")).toHaveCount(0);
    expect(await tenant.guestNamed("Ada of Partner")).toBeUndefined();
    expect((await tenant.deletedGuestNamed("Ada of Partner"))?.id).toBe(ada.id);
  });
  await test.step("Under Deleted she waits, with who removed her and the day on which the account is permanently deleted.", async () => {
    await reader.goTo("Deleted");
    await expect(reader.guestRow("Ada of Partner")).toContainText("just now");
    await expect(reader.guestRow("Ada of Partner")).toContainText(/\((29|30) days\)/);
    await expect(reader.guestRow("Ada of Partner")).toContainText("Grace Okafor");
  });
  await test.step("Select her and choose Restore.", async () => {
    await reader.select("Ada of Partner");
    await reader.carryOut("Restore", 1, "She came back");
    await expect(page.getByText("Nobody to restore")).toBeVisible();
  });
  await test.step("It is the same account again, and she is in her groups.", async () => {
    expect((await tenant.guestNamed("Ada of Partner"))?.id).toBe(ada.id);
    expect(await tenant.deletedGuestNamed("Ada of Partner")).toBeUndefined();
    await reader.goTo("Guests");
    // Her standing is known again, and not guessed.
    await expect(
      reader.guestRow("Ada of Partner").getByTitle(/^Last signed in 200 days ago/),
    ).toBeVisible();
    const panel = await reader.openGuest("Ada of Partner");
    await expect(panel.getByRole("region", { name: "Footprint" })).toContainText("Project Falcon");
  });
  await test.step("Each was done once, and her history has both.", async () => {
    const effects = await tenant.effects();
    expect(effects.map(({ kind }) => kind)).toEqual(["user-deleted", "user-restored"]);
    const history = reader.panel().getByRole("region", { name: "History" });
    await expect(history.getByRole("listitem")).toContainText([/Restore: Done/, /Remove: Done/]);
  });
  await test.step("Choose Remove in her panel, confirm and read the outcome.", async () => {
    await reader.operation("Remove", "Act on this guest").click();
    await reader.giveReason("Left the partner");
    await reader.confirm(/^Remove 1 guest$/);
    await expect(reader.outcomes()).toContainText(["Done"]);
    await expect.poll(() => tenant.deletedGuestNamed("Ada of Partner")).toBeDefined();
  });
  await test.step("The outcome stays to be read although she left the list. Undo it.", async () => {
    await reader.dialog().getByRole("button", { name: "Undo (restore 1 guest)" }).click();
    await reader.giveReason("Too early");
    await reader.confirm(/^Restore 1 guest$/);
    await expect(reader.dialog().getByRole("heading", { name: "Restored" })).toBeVisible({
      timeout: 30_000,
    });
    await reader.closeOutcomes();
  });
  await test.step("She is back, in the directory and on the page.", async () => {
    expect((await tenant.guestNamed("Ada of Partner"))?.deletedDateTime).toBeNull();
    await expect(reader.guestRow("Ada of Partner")).toBeVisible();
    await expect(reader.operation("Remove", "Act on this guest")).toBeEnabled();
  });
});
