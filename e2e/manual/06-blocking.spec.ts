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
