import { expect, test } from "../../support/test.ts";

test("Changing a threshold changes where everybody stands", async ({ page, reader, tenant }) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "45 days ago" });
  await tenant.addGuest({ name: "Ben of Partner", lastSeen: "5 days ago" });
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("With 90 days, Ada is active.", async () => {
    await expect(
      reader
        .guestRow("Ada of Partner")
        .getByTitle("Last signed in 45 days ago; stale after 90 days."),
    ).toBeVisible();
    await expect(reader.guestRow("Ada of Partner")).toContainText("Active");
  });
  await test.step("In Settings, set 30 days and say why.", async () => {
    await reader.goTo("Settings");
    await expect(page.getByText("These are the defaults")).toBeVisible();
    await page.getByRole("textbox", { name: "Stale after" }).fill("30");
    await page.getByRole("textbox", { name: "Reason" }).fill("The new directive asks for it");
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByRole("listitem", { name: "Settings saved" })).toBeVisible();
    await expect(
      page.getByText(/Set by Grace Okafor.*The new directive asks for it/),
    ).toBeVisible();
  });
  await test.step("Everybody is judged anew, without reading the directory again.", async () => {
    await reader.goTo("Guests");
    await expect(
      reader
        .guestRow("Ada of Partner")
        .getByTitle("Last signed in 45 days ago; stale after 30 days."),
    ).toBeVisible();
    await expect(reader.guestRow("Ben of Partner")).toContainText("Active");
    await reader.goTo("Overview");
    await expect(page.getByRole("link", { name: /^Stale\s*1\D/ })).toBeVisible();
  });
  await test.step("It holds for the whole tenant: a colleague sees the same.", async () => {
    const uma = await reader.colleague();
    await uma.signIn("Uma Lindqvist", "/guests");
    await expect(uma.guestRow("Ada of Partner")).toContainText("Stale");
    await uma.leave();
  });
  await test.step("The history has who changed it, why, and what has held since.", async () => {
    await reader.openHistory();
    await expect(reader.entries()).toContainText([
      /Settings of this tenant.*Change settings.*Grace Okafor.*The new directive asks for it/,
    ]);
    await page.getByRole("button", { name: "Settings of this tenant" }).click();
    await expect(page.getByRole("dialog")).toContainText("Stale after30 days, was 90 days");
    expect(await tenant.effects()).toEqual([]);
  });
});
