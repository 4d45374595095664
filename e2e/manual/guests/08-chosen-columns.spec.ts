import { expect, test } from "../../support/test.ts";

test("The columns that a person chose are there again the next time", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Ada Quist", lastSeen: "200 days ago" });
  await reader.signIn("Grace Okafor", "/guests");
  const column = (name: string) => page.getByRole("columnheader", { name, exact: true });
  const columns = page.getByRole("button", { name: "Columns" });
  await expect(reader.guestRow("Ada Quist")).toBeVisible();

  await test.step("Under Columns, show Type and hide Mail.", async () => {
    await columns.click();
    await page.getByRole("menuitemcheckbox", { name: "Type" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Mail" }).click();
    await page.keyboard.press("Escape");
    await expect(column("Type")).toBeVisible();
    await expect(column("Mail")).toHaveCount(0);
  });
  await test.step("After a reload they are as they were chosen; another list has its own.", async () => {
    await page.reload();
    await expect(column("Type")).toBeVisible();
    await expect(column("Mail")).toHaveCount(0);
    await reader.goTo("Invitations");
    await expect(columns).toBeVisible();
    await reader.goTo("Guests");
    await expect(column("Type")).toBeVisible();
  });
  await test.step("A colleague at the same list sees the usual ones.", async () => {
    const uma = await reader.colleague();
    await uma.signIn("Uma Lindqvist", "/guests");
    await expect(uma.page.getByRole("columnheader", { name: "Mail", exact: true })).toBeVisible();
    await uma.leave();
  });
  await test.step("Reset to default brings the usual ones back.", async () => {
    await columns.click();
    await page.getByRole("menuitem", { name: "Reset to default" }).click();
    await expect(column("Mail")).toBeVisible();
    await expect(column("Type")).toHaveCount(0);
  });
});
