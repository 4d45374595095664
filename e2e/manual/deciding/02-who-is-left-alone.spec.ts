import { protect } from "../../support/protect.ts";
import { expect, test } from "../../support/test.ts";

test("Members, holders of roles and protected accounts are left alone, with the reason", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await tenant.addGuest({ name: "Finn the Member", type: "Member", lastSeen: "200 days ago" });
  await tenant.addGuest({
    name: "Rolf the Inviter",
    roles: ["Guest Inviter"],
    lastSeen: "200 days ago",
  });
  await tenant.addGuest({
    name: "Stan on Standby",
    eligibleFor: ["User Administrator"],
    lastSeen: "200 days ago",
  });
  await tenant.addGuest({ name: "Eve Shut Out", enabled: false });
  const vera = await tenant.addGuest({ name: "Vera the Auditor", lastSeen: "200 days ago" });
  await tenant.addGuest({ name: "Bert of Emergency", lastSeen: "200 days ago" });
  await reader.consentBeforehand();
  await reader.signIn("Grace Okafor", "/settings");

  await test.step("In Settings, name the accounts that no plan may touch, and say why.", async () => {
    await protect(page, "Vera the Auditor");
    await protect(page, "Bert of Emergency", "break-glass");
    await page.getByRole("textbox", { name: "Reason" }).fill("The auditors need them");
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByRole("listitem", { name: "Settings saved" })).toBeVisible();
  });
  await test.step("Select everybody and choose Block: the plan says who is left alone and why.", async () => {
    await reader.goTo("Guests");
    await page.getByRole("searchbox", { name: "Search guests" }).fill("partner");
    await expect(page.getByText("6 guests and 1 external member.")).toBeVisible();
    await reader.selectAll();
    await reader.decide("Block", "The project ended");
    await expect(reader.leftAlone("Finn the Member")).toContainText("members are never touched");
    await expect(reader.leftAlone("Rolf the Inviter")).toContainText("Holds a directory role");
    await expect(reader.leftAlone("Stan on Standby")).toContainText("Is eligible for a directory");
    await expect(reader.leftAlone("Vera the Auditor")).toContainText("Is excluded in Settings");
    await expect(reader.leftAlone("Bert of Emergency")).toContainText("break-glass account");
    await expect(reader.leftAlone("Eve Shut Out")).toContainText("Already blocked");
    await expect(reader.guestsInPlan()).toHaveText([/^Ada of Partner/]);
  });
  await test.step("Confirm. Only Ada was acted on.", async () => {
    await reader.confirm(/^Block 1 guest$/);
    await reader.closeOutcomes();
    const ada = await tenant.guestNamed("Ada of Partner");
    const touched = new Set((await tenant.effects()).map(({ targetId }) => targetId));
    expect([...touched]).toEqual([ada?.id]);
    for (const name of [
      "Finn the Member",
      "Rolf the Inviter",
      "Stan on Standby",
      vera.displayName ?? "",
    ]) {
      expect((await tenant.guestNamed(name))?.accountEnabled, name).toBe(true);
    }
  });
});
